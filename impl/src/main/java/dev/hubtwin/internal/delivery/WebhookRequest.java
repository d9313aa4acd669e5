package dev.hubtwin.internal.delivery;

import dev.hubtwin.internal.event.AttributedEvent;
import dev.hubtwin.internal.rest.Dialect;
import dev.hubtwin.internal.rest.Links;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What is sent to a webhook.
 *
 * @param headers by name, in their order
 * @param body the very bytes that are signed and sent
 */
public record WebhookRequest(String url, Map<String, String> headers, byte[] body) {

    private static final String JSON = "json";
    private static final String AGENT = "GitHub-Hookshot/";
    private static final String FORM = "payload=";
    private static final String GUID = "X-GitHub-Delivery";

    /**
     * Whether a request is a delivery, or one that was passed on: by its headers, of which a proxy leaves one at least.
     *
     * @param headers gives the value of a header by its name; null without one
     */
    public static boolean isDelivery(UnaryOperator<String> headers) {
        String agent = headers.apply("User-Agent");
        return agent != null && agent.regionMatches(true, 0, AGENT, 0, AGENT.length()) || headers.apply(GUID) != null;
    }

    /** Returns the payload in a body, which is JSON itself or a form. */
    public static String json(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return text.startsWith(FORM) ? URLDecoder.decode(text.substring(FORM.length()), StandardCharsets.UTF_8) : text;
    }

    /** Returns about how many bytes it takes. */
    long bytes() {
        return body.length + HeaderSizes.bytes(headers);
    }

    /** Tells a receiver of something (R123); {@code responses} says what became of earlier deliveries. */
    static WebhookRequest write(AttributedEvent event, Subscriber to, String guid, HookResponses responses) {
        byte[] json = PayloadWriter.json(event, to.installation(), responses);
        boolean form = !to.config().contentType().equals(JSON);
        byte[] body = form
                ? (FORM + URLEncoder.encode(new String(json, StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.US_ASCII)
                : json;
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "*/*");
        headers.put("User-Agent", AGENT + "0470617");
        headers.put("Content-Type", form ? "application/x-www-form-urlencoded" : "application/json");
        headers.put("X-GitHub-Event", event.what().topic().word());
        headers.put(GUID, guid);
        headers.put("X-GitHub-Hook-ID", Long.toString(to.hook()));
        headers.put("X-GitHub-Hook-Installation-Target-ID", Long.toString(to.target()));
        headers.put("X-GitHub-Hook-Installation-Target-Type", to.kind().word());
        addEnterprise(headers, event.cause().links());
        addSignatures(headers, to.config().secret(), body);
        addCredential(headers, to.config().url());
        return new WebhookRequest(to.config().url(), headers, body);
    }

    private static void addEnterprise(Map<String, String> headers, Links links) {
        if (links.dialect() == Dialect.ENTERPRISE) {
            headers.put("X-GitHub-Enterprise-Version", "2.22.0");
            headers.put(
                    "X-GitHub-Enterprise-Host",
                    links.server().replaceFirst("^https?://", "").replaceFirst(":[0-9]*$", ""));
        }
    }

    /** Only with a secret (R112). */
    private static void addSignatures(Map<String, String> headers, String secret, byte[] body) {
        if (secret != null) {
            headers.put("X-Hub-Signature", "sha1=" + HmacSignature.of("HmacSHA1", secret, body));
            headers.put("X-Hub-Signature-256", "sha256=" + HmacSignature.of("HmacSHA256", secret, body));
        }
    }

    /** User-info of a URL is a credential. */
    private static void addCredential(Map<String, String> headers, String url) {
        WebhookUrl.of(url)
                .map(WebhookUrl::credential)
                .ifPresent(credential -> headers.put(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credential.getBytes(StandardCharsets.UTF_8))));
    }
}
