package dev.hubtwin.internal.jetty;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;

/** How the body of a request is coded. Nothing is decoded here but chunks; what would have to be is refused. */
final class BodyCodings {

    private static final String CHUNKED = "chunked";

    /** Content codings that change no byte; clients send the second by mistake, and GitHub takes it. */
    private static final Set<String> PLAIN = Set.of("", "identity", "utf-8");

    private BodyCodings() {}

    /** Whether a request has a body, be it an empty one. */
    static boolean hasBody(HttpFields headers) {
        return headers.contains(HttpHeader.CONTENT_LENGTH) || headers.contains(HttpHeader.TRANSFER_ENCODING);
    }

    /**
     * The status by which a body is refused whose coding is not read here (RFC 9112, 6.1; RFC 9110, 15.5.16): 501 for
     * any transfer coding but {@code chunked}, 415 for a content coding; empty if it is read.
     */
    static OptionalInt refusal(HttpFields headers) {
        List<String> transfer = headers.getValuesList(HttpHeader.TRANSFER_ENCODING);
        if (transfer.size() > 1 || !transfer.stream().allMatch(CHUNKED::equalsIgnoreCase)) {
            return OptionalInt.of(HttpStatus.NOT_IMPLEMENTED_501);
        }
        boolean isPlain = headers.getValuesList(HttpHeader.CONTENT_ENCODING).stream()
                .allMatch(coding -> PLAIN.contains(coding.strip().toLowerCase(Locale.ROOT)));
        return isPlain || !hasBody(headers)
                ? OptionalInt.empty()
                : OptionalInt.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE_415);
    }
}
