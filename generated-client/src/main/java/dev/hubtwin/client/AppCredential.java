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
import java.util.concurrent.CompletableFuture;

/**
 * Signs JSON web tokens for an app: one at a time, and a new one before the last has ended. When a server refuses one
 * and its clock is far from that of this machine, the next is signed by the server's.
 */
final class AppCredential implements Credential, Authenticator {

    /** GitHub takes ten minutes at most, and clocks differ. */
    private static final Duration BEHIND = Duration.ofSeconds(60);

    private static final Duration AHEAD = Duration.ofMinutes(9);
    private static final Duration SPARE = Duration.ofMinutes(1);
    private static final Duration TOLERATED = Duration.ofSeconds(30);
    private static final String HEAD = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));

    private final String issuer;
    private final PrivateKey key;
    private final Clock clock;
    private Duration offset = Duration.ZERO;
    private String token = "";
    private Instant renewal = Instant.MIN;

    AppCredential(String issuer, PrivateKey key, Clock clock) {
        if (!issuer.matches("[A-Za-z0-9_.-]+")) {
            throw new IllegalArgumentException("an app is named by its id or its client id");
        }
        this.issuer = issuer;
        this.key = key;
        this.clock = clock;
    }

    /** Returns this credential by another clock. */
    AppCredential by(Clock other) {
        return new AppCredential(issuer, key, other);
    }

    @Override
    public synchronized Optional<String> authorization() {
        Instant now = clock.instant().plus(offset);
        if (!now.isBefore(renewal)) {
            token = signed(now);
            renewal = now.plus(AHEAD).minus(SPARE);
        }
        return Optional.of("Bearer " + token);
    }

    @Override
    public CompletableFuture<Optional<String>> value() {
        return CompletableFuture.completedFuture(authorization());
    }

    @Override
    public String identity() {
        return "app " + issuer;
    }

    @Override
    public synchronized boolean renew(Optional<String> refused, Answer answer) {
        Optional<Duration> difference = answer.date().map(date -> Duration.between(clock.instant(), date));
        if (difference
                .filter(other -> other.minus(offset).abs().compareTo(TOLERATED) > 0)
                .isEmpty()) {
            return false;
        }
        offset = difference.get();
        renewal = Instant.MIN;
        return true;
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

    @Override
    public String toString() {
        return identity();
    }
}
