package dev.hubtwin.internal.ratelimit;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The windows of the rate limit, an hour each, by whom they belong to (conventions, section 6). They are not part of
 * the state of a world.
 */
public final class RateLimiter {

    /** What the conversions of manifests count against. */
    public static final String MANIFESTS = "integration_manifest";

    private static final Duration LENGTH = Duration.ofHours(1);

    private final Map<Key, Window> windows = new ConcurrentHashMap<>();

    private record Key(String owner, String resource) {

        private static Key of(RateLimitQuota quota) {
            return new Key(quota.owner(), quota.resource());
        }
    }

    /** Counts one more request at the time {@code now}. */
    public Window count(RateLimitQuota quota, Instant now) {
        return windows.compute(
                Key.of(quota), (key, window) -> current(window, quota, now).plus(1));
    }

    /** Counts one more request if one is left; empty if none is, and then nothing is counted. */
    public Optional<Window> countIfLeft(RateLimitQuota quota, Instant now) {
        boolean[] isLeft = {false};
        Window counted = windows.compute(Key.of(quota), (key, window) -> {
            Window current = current(window, quota, now);
            isLeft[0] = current.remaining() > 0;
            return isLeft[0] ? current.plus(1) : window;
        });
        return Optional.ofNullable(counted).filter(window -> isLeft[0]);
    }

    /** Takes one request back: what was not modified costs nothing. */
    public Window giveBack(RateLimitQuota quota, Instant now) {
        return windows.compute(
                Key.of(quota), (key, window) -> current(window, quota, now).plus(-1));
    }

    /** Spends all that is left in the window. */
    public Window exhaust(RateLimitQuota quota, Instant now) {
        return windows.compute(
                Key.of(quota), (key, window) -> current(window, quota, now).exhausted());
    }

    /** The window as it is, without counting. */
    public Window look(RateLimitQuota quota, Instant now) {
        return current(windows.get(Key.of(quota)), quota, now);
    }

    private static Window current(Window window, RateLimitQuota quota, Instant now) {
        boolean over = window == null
                || !now.isBefore(window.reset())
                || now.plus(LENGTH).isBefore(window.reset());
        return over
                ? new Window(quota.resource(), quota.limit(), 0, now.plus(LENGTH))
                : new Window(quota.resource(), quota.limit(), window.counted(), window.reset());
    }

    /**
     * One window.
     *
     * @param resource what it is for
     * @param limit how many requests it has
     * @param counted how many came, refused ones too
     * @param reset when it ends
     */
    public record Window(String resource, int limit, long counted, Instant reset) {

        private Window plus(int more) {
            return new Window(resource, limit, Math.max(0, counted + more), reset);
        }

        private Window exhausted() {
            return new Window(resource, limit, Math.max(counted, limit), reset);
        }

        /** Whether more requests came than the window has. */
        public boolean isExhausted() {
            return counted > limit;
        }

        /** How many requests are spent. */
        public long used() {
            return Math.min(counted, limit);
        }

        /** How many requests are left. */
        public long remaining() {
            return limit - used();
        }

        /** The five headers. */
        public Map<String, String> headers() {
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("X-RateLimit-Limit", Integer.toString(limit));
            headers.put("X-RateLimit-Remaining", Long.toString(remaining()));
            headers.put("X-RateLimit-Used", Long.toString(used()));
            headers.put("X-RateLimit-Reset", Long.toString(reset.getEpochSecond()));
            headers.put("X-RateLimit-Resource", resource);
            return headers;
        }
    }
}
