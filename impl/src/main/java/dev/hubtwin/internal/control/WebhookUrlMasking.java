package dev.hubtwin.internal.control;

import dev.hubtwin.internal.delivery.WebhookUrl;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Hides the credential in the URL of a webhook wherever it shows: in the URL, in the header made of it, in a
 * {@code ping}, which says where it goes, and in the answer of a receiver that repeats what it hears. A webhook's
 * secret never shows, and signatures give nothing away.
 *
 * @param secrets the ways in which it is written
 */
record WebhookUrlMasking(List<String> secrets) {

    private static final String MASK = "********";

    /** What hides the user-info of a URL; nothing, if it has none. */
    static WebhookUrlMasking of(String url) {
        return new WebhookUrlMasking(
                WebhookUrl.of(url).map(WebhookUrl::userInfo).filter(text -> !text.isEmpty()).stream()
                        .flatMap(text -> Stream.of(
                                text + "@",
                                URLEncoder.encode(text + "@", StandardCharsets.UTF_8),
                                encoded(WebhookUrl.of(url).get().credential())))
                        .distinct()
                        .toList());
    }

    private static String encoded(String credential) {
        return Base64.getEncoder().encodeToString(credential.getBytes(StandardCharsets.UTF_8));
    }

    String mask(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, secret.endsWith("@") ? MASK + "@" : MASK);
        }
        return masked;
    }

    Map<String, String> mask(Map<String, String> texts) {
        Map<String, String> masked = new LinkedHashMap<>();
        texts.forEach((name, text) -> masked.put(name, mask(text)));
        return masked;
    }
}
