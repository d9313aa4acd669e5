package dev.hubtwin.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Signs JSON web tokens for an app: one at a time, and a new one before the last has ended. */
final class AppCredential implements Credential {

    /** GitHub takes ten minutes at most, and clocks differ. */
    private static final Duration BEHIND = Duration.ofSeconds(60);

    private static final Duration AHEAD = Duration.ofMinutes(9);
    private static final Duration SPARE = Duration.ofMinutes(1);
    private static final String HEAD = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));

    private final String issuer;
    private final PrivateKey key;
    private final Clock clock;
    private String token = "";
    private Instant renewal = Instant.MIN;

    AppCredential(String issuer, PrivateKey key, Clock clock) {
        if (!issuer.matches("[A-Za-z0-9_.-]+")) {
            throw new IllegalArgumentException("an issuer is the id of an app, or its client id");
        }
        this.issuer = issuer;
        this.key = key;
        this.clock = clock;
    }

    @Override
    public synchronized Optional<String> authorization() {
        Instant now = clock.instant();
        if (!now.isBefore(renewal)) {
            token = signed(now);
            renewal = now.plus(AHEAD).minus(SPARE);
        }
        return Optional.of("Bearer " + token);
    }

    private String signed(Instant now) {
        String claims = "{\"iat\":" + now.minus(BEHIND).getEpochSecond() + ",\"exp\":"
                + now.plus(AHEAD).getEpochSecond() + ",\"iss\":\"" + issuer + "\"}";
        String content = HEAD + "." + encoded(claims.getBytes(StandardCharsets.UTF_8));
        return content + "." + encoded(signature(content.getBytes(StandardCharsets.US_ASCII)));
    }

    private byte[] signature(byte[] content) {
        try {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initSign(key);
            rsa.update(content);
            return rsa.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key is not an RSA key to sign with", e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
