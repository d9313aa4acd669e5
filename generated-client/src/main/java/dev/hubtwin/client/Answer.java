package dev.hubtwin.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * What a server answered, whole.
 *
 * @param body the bytes as they are without compression
 */
record Answer(int status, HttpHeaders headers, byte[] body, URI uri) {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");

    static Answer of(HttpResponse<byte[]> response) throws IOException {
        HttpHeaders headers = response.headers();
        boolean gzip = headers.firstValue("Content-Encoding")
                .filter("gzip"::equalsIgnoreCase)
                .isPresent();
        byte[] body = response.body();
        return new Answer(
                response.statusCode(), headers, gzip && body.length > 0 ? inflated(body) : body, response.uri());
    }

    private static byte[] inflated(byte[] body) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return in.readAllBytes();
        }
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** Returns a header that is a whole number; what is anything else is absent. */
    Optional<Long> number(String name) {
        return header(name).filter(text -> NUMBER.matcher(text).matches()).map(Long::valueOf);
    }

    /** Returns when this was answered, by the server's clock. */
    Optional<Instant> date() {
        return header("Date").flatMap(Answer::time);
    }

    /** Returns how long {@code Retry-After} says to wait, in seconds or until a date. */
    Optional<Duration> retryAfter(Instant now) {
        return header("Retry-After")
                .flatMap(text -> SECONDS.matcher(text).matches()
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                        : time(text).map(until -> Duration.between(date().orElse(now), until)))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
