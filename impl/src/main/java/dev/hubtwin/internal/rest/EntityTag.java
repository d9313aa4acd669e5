package dev.hubtwin.internal.rest;

import dev.hubtwin.internal.text.Sha256;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/** The name of an answer; 64 hexadecimal digits (conventions, section 5). */
public record EntityTag(String digits) {

    /**
     * The name of one answer among all.
     *
     * @param salt tells one keeper of answers from another
     * @param number no other answer of that keeper has it
     */
    public static EntityTag of(byte[] salt, String url, long number) {
        return of(salt, (number + " " + url).getBytes(StandardCharsets.UTF_8));
    }

    /** The name of an answer that is always the same. */
    public static EntityTag of(String body) {
        return of(body.getBytes(StandardCharsets.UTF_8));
    }

    private static EntityTag of(byte[]... parts) {
        return new EntityTag(HexFormat.of().formatHex(Sha256.of(parts)));
    }

    public String strong() {
        return "\"" + digits + "\"";
    }

    /** As a header says it whose answer may be sent compressed. */
    public String weak() {
        return "W/" + strong();
    }

    /**
     * Whether the caller of a GET has this answer already; {@code If-Modified-Since} counts only without
     * {@code If-None-Match}.
     */
    public boolean isFresh(ContainerRequestContext request, ContainerResponseContext response) {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            return false;
        }
        String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        return known != null
                ? isIn(known)
                : isUnmodified(
                        request.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE),
                        response.getHeaderString(HttpHeaders.LAST_MODIFIED));
    }

    /** Whether an {@code If-None-Match} header, which may be null, has this name. */
    public boolean isIn(String known) {
        return known != null && (known.trim().equals("*") || known.contains(strong()));
    }

    private static boolean isUnmodified(String since, String modified) {
        if (since == null || modified == null) {
            return false;
        }
        try {
            return !parse(modified).isAfter(parse(since));
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Instant parse(String date) {
        return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
    }
}
