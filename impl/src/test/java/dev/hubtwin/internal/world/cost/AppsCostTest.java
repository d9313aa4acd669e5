package dev.hubtwin.internal.world.cost;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an operation on apps costs depends neither on how many installations there are nor on how many apps. */
class AppsCostTest {

    private static final int FEW = 1_000;
    private static final int MANY = Boolean.getBoolean("hubtwin.full") ? 200_000 : 20_000;
    private static final KeyPair KEY = key();
    /** A search in an index so much longer looks at eight more ids; a change searches so often at most. */
    private static final int SEARCHES = 20;

    @Test
    @DisplayName(
            "Every operation on apps touches as many records among many installations as among 1,000 (R55, R130, R132)")
    void touchesTheSame() {
        CountedTwin.assertSameRecords(counts(FEW), counts(MANY), 8L * SEARCHES);
    }

    private static Map<String, TouchCount.Count> counts(int size) {
        try (CountedTwin twin = new CountedTwin(InstallationWorlds.of(size, (RSAPublicKey) KEY.getPublic()))) {
            requests(size)
                    .forEach((name, request) -> twin.send(
                            name, request, request.contains(" /orgs/org-0/") ? OrganizationWorlds.TOKEN : jwt()));
            return twin.counts();
        }
    }

    /** Returns each request by its name. */
    private static Map<String, String> requests(int size) {
        Map<String, String> requests = new LinkedHashMap<>();
        for (String list : List.of(
                "/app/installations?",
                "/orgs/org-0/installations?",
                "/app/installations?since=" + InstallationWorlds.THEN.minusSeconds(9) + "&")) {
            Map.of("first", 1, "middle", size / 20, "last", size / 10)
                    .forEach((page, number) ->
                            requests.put(page + " page of " + list, "GET " + list + "per_page=10&page=" + number));
        }
        requests.put(
                "since the middle",
                "GET /app/installations?per_page=10&since=" + InstallationWorlds.THEN.plusSeconds(size / 2));
        for (String other : List.of(
                "GET /app",
                "GET /apps/app-7",
                "GET /app/installations/500",
                "POST /app/installations/500/access_tokens",
                "PUT /app/installations/501/suspended",
                "DELETE /app/installations/501/suspended",
                "DELETE /app/installations/502",
                "GET /orgs/org-10/installation",
                "GET /users/org-11/installation",
                "GET /repos/org-12/widgets/installation")) {
            requests.put(other, other);
        }
        return requests;
    }

    private static String jwt() {
        Instant now = Instant.now();
        String claims = "{\"iss\":%d,\"iat\":%d,\"exp\":%d}"
                .formatted(InstallationWorlds.APP, now.getEpochSecond(), now.getEpochSecond() + 300);
        String signed = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encoded(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KEY.getPrivate());
            signature.update(signed.getBytes(US_ASCII));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(US_ASCII));
    }

    private static KeyPair key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
