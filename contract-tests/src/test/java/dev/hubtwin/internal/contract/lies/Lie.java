package dev.hubtwin.internal.contract.lies;

import dev.hubtwin.internal.contract.description.Description;
import java.io.IOException;
import java.util.function.BiPredicate;

/**
 * One thing that a server could do wrong.
 *
 * @param id says what, and stays the same from run to run
 * @param operation whose exchanges it befalls
 * @param occasion whether an honest exchange of that operation may offer an occasion for it
 * @param responder how it is told
 */
record Lie(
        String id,
        Kind kind,
        Description.Operation operation,
        BiPredicate<HttpMessage, HttpMessage> occasion,
        Responder responder) {

    /** What lies there are. */
    enum Kind {
        DROPPED("a required member dropped"),
        MISTYPED("a member of another type"),
        NULLED("null where null is not allowed"),
        ENUM("a value outside its enum"),
        FORMAT("a broken format"),
        UNKNOWN("a member that nobody described"),
        STATUS("another documented status"),
        UNDOCUMENTED("an undocumented status"),
        HEADER("a required header removed"),
        CONTENT("a wrong content type, a body too many or too few"),
        PAGE("a page or its links wrong"),
        FORGOTTEN("a write forgotten"),
        RIGHTS("an authorization skipped"),
        PARAMETER("a query parameter ignored"),
        MEMBER("a member of a body ignored");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** What it is, in words. */
        String text() {
            return text;
        }
    }

    /** How a lie is told. */
    @FunctionalInterface
    interface Responder {

        /** Answers a request, over the wire or without it, and says whether the answer is a lie. */
        Response answer(HttpMessage request, TwinConnection wire) throws IOException;
    }

    /**
     * An answer.
     *
     * @param isLie whether it is not the twin's
     */
    record Response(HttpMessage answer, boolean isLie) {}

    @Override
    public String toString() {
        return id;
    }
}
