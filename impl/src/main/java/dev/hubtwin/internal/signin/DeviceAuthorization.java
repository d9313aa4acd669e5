package dev.hubtwin.internal.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * A device that waits for its user to approve it in a browser.
 *
 * @param deviceCode what the device asks with
 * @param userCode what the user enters
 * @param decision what the user has decided
 * @param user who has approved
 * @param interval how long the device is to wait between two questions
 * @param next when it may ask again; before its first question, when it began
 * @param createdAt by the world's clock
 */
public record DeviceAuthorization(
        String deviceCode,
        String userCode,
        String clientId,
        List<String> scopes,
        Decision decision,
        OptionalLong user,
        Duration interval,
        Instant next,
        Instant createdAt) {

    /** How long both codes are good. */
    public static final Duration LIFE = Duration.ofMinutes(15);

    private static final Duration FIRST_INTERVAL = Duration.ofSeconds(5);
    private static final Duration PENALTY = Duration.ofSeconds(5);

    /** What a user decides. */
    public enum Decision {
        PENDING,
        APPROVED,
        DENIED
    }

    /** Begins to wait. */
    public static DeviceAuthorization begin(
            String deviceCode, String userCode, String clientId, List<String> scopes, Instant now) {
        return new DeviceAuthorization(
                deviceCode,
                userCode,
                clientId,
                scopes,
                Decision.PENDING,
                OptionalLong.empty(),
                FIRST_INTERVAL,
                now,
                now);
    }

    /** Whether the codes are still good when it is {@code now} in the world. */
    public boolean isGood(Instant now) {
        return now.isBefore(createdAt.plus(LIFE));
    }

    /** Whether the device asks sooner than it may. */
    boolean isHasty(Instant now) {
        return now.isBefore(next);
    }

    /** Returns this after a question of the device; who is hasty waits longer from then on. */
    DeviceAuthorization asked(Instant now) {
        Duration longer = isHasty(now) ? interval.plus(PENALTY) : interval;
        return new DeviceAuthorization(
                deviceCode, userCode, clientId, scopes, decision, user, longer, now.plus(longer), createdAt);
    }

    /** Returns this, decided by a user. */
    public DeviceAuthorization decided(Decision made, long by) {
        return new DeviceAuthorization(
                deviceCode, userCode, clientId, scopes, made, OptionalLong.of(by), interval, next, createdAt);
    }
}
