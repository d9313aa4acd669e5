package dev.hubtwin.internal.delivery;

import dev.hubtwin.internal.spec.secret.SecretScanner;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Hides the credentials in the URL of a webhook, user-info and secret parameters, wherever they show: in the URL, in
 * the header made of it, in a {@code ping}, which says where it goes, and in the answer of a receiver that repeats what
 * it hears. What else looks like a secret is hidden too. A webhook's secret never shows, and signatures give nothing
 * away.
 *
 * @param secrets the ways in which it is written
 */
public record WebhookUrlMasking(List<String> secrets) {

    private static final String MASK = "********";
    private static final int SHORTEST = 4;
    private static final int LONGEST = 255;
    private static final int MOST = 8;

    /**
     * What hides the credentials of a URL. Of secret parameters a few are looked for elsewhere too, if they are long
     * enough not to be ordinary words; looking for many or long ones would take long.
     */
    public static WebhookUrlMasking of(String url) {
        Stream<String> userInfo = WebhookUrl.of(url).map(WebhookUrl::userInfo).filter(text -> !text.isEmpty()).stream()
                .flatMap(text -> Stream.of(
                        text + "@",
                        URLEncoder.encode(text + "@", StandardCharsets.UTF_8),
                        encoded(WebhookUrl.of(url).get().credential())));
        Stream<String> parameters = SecretScanner.scan(url).stream()
                .map(found -> url.substring(found.start(), found.end()))
                .filter(text -> text.length() >= SHORTEST && text.length() <= LONGEST)
                .limit(MOST);
        return new WebhookUrlMasking(
                Stream.concat(userInfo, parameters).distinct().toList());
    }

    private static String encoded(String credential) {
        return Base64.getEncoder().encodeToString(credential.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a text with a mask in the place of each credential. */
    public String mask(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, secret.endsWith("@") ? MASK + "@" : MASK);
        }
        return SecretScanner.replaced(masked, found -> MASK);
    }

    /** Returns texts by name, each with a mask in the place of each credential. */
    public Map<String, String> mask(Map<String, String> texts) {
        Map<String, String> masked = new LinkedHashMap<>();
        texts.forEach((name, text) -> masked.put(name, mask(text)));
        return masked;
    }
}
