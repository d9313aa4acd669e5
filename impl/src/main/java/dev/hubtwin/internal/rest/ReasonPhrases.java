package dev.hubtwin.internal.rest;

import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** The phrases that go with statuses. */
public final class ReasonPhrases {

    private static final int UNPROCESSABLE_ENTITY = 422;

    private ReasonPhrases() {}

    /** Returns a status as the {@code Status} header of enterprise servers has it: {@code 204 No Content}. */
    public static String line(int status) {
        String phrase = status == UNPROCESSABLE_ENTITY
                ? "Unprocessable Entity"
                : Optional.ofNullable(Response.Status.fromStatusCode(status))
                        .map(Response.Status::getReasonPhrase)
                        .orElse("");
        return (status + " " + phrase).trim();
    }
}
