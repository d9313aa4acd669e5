package dev.hubtwin.internal.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a browser brings back to an app, for a token of its user.
 *
 * @param code good once
 * @param redirectUri where the browser was sent with it
 * @param challenge what the verifier must hash to, if the app asked for that
 * @param createdAt by the world's clock
 */
public record AuthorizationCode(
        String code,
        String clientId,
        long userId,
        List<String> scopes,
        String redirectUri,
        Optional<String> challenge,
        Instant createdAt) {

    private static final Duration LIFE = Duration.ofMinutes(10);

    /** Whether it is good for a client when it is {@code now} in the world. */
    public boolean isFor(String client, Instant now) {
        return clientId.equals(client) && now.isBefore(createdAt.plus(LIFE));
    }
}
