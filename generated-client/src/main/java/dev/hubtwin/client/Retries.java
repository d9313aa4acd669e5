package dev.hubtwin.client;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * When a client asks again: a request that may be repeated (GET, HEAD, PUT, DELETE), answered with 429, 503, or a 403
 * that says when. It waits as long as {@code Retry-After} says, else one second and then each time twice as long.
 *
 * @param most how often it asks again
 * @param longest what is to wait longer is answered as it is
 */
public record Retries(int most, Duration longest) {

    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "PUT", "DELETE");
    private static final int FORBIDDEN = 403;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
    private static final int MOST_DOUBLINGS = 9;

    /** How often, waiting a minute at most. */
    public static Retries upTo(int most) {
        return new Retries(most, Duration.ofMinutes(1));
    }

    /**
     * How long to wait before asking again; empty: not at all.
     *
     * @param before how often it was asked again already
     */
    Optional<Duration> wait(HttpRequest request, HttpResponse<?> answer, int before) {
        if (before >= most || !REPEATABLE.contains(request.method())) {
            return Optional.empty();
        }
        Optional<Duration> told = retryAfter(answer.headers());
        Optional<Duration> wait =
                switch (answer.statusCode()) {
                    case 429, 503 ->
                        told.or(() -> Optional.of(Duration.ofSeconds(1L << Math.min(before, MOST_DOUBLINGS))));
                    case FORBIDDEN -> told;
                    default -> Optional.empty();
                };
        return wait.filter(duration -> duration.compareTo(longest) <= 0);
    }

    /** What {@code Retry-After} says in seconds; a date, which GitHub does not send, is passed over. */
    static Optional<Duration> retryAfter(HttpHeaders headers) {
        return headers.firstValue("Retry-After")
                .filter(text -> SECONDS.matcher(text).matches())
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }
}
