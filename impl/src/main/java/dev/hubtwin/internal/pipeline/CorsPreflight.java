package dev.hubtwin.internal.pipeline;

import dev.hubtwin.internal.control.model.ControlError;
import dev.hubtwin.internal.openapi.Operation;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * What a browser is told that asks, by {@code OPTIONS}, what a page of another site may send (conventions, section 7).
 */
final class CorsPreflight {

    private static final String A_DAY = "86400";

    private CorsPreflight() {}

    /**
     * The answer at the path of an operation: anything at the API and its description, nothing else of the twin's own.
     */
    static Response answer(Operation operation) {
        return operation.isOwn() && !operation.isDescription() ? refused() : allowed();
    }

    private static Response allowed() {
        return Response.noContent()
                .header(
                        "Access-Control-Allow-Headers",
                        "Authorization, Content-Type, If-Match, If-Modified-Since, If-None-Match, If-Unmodified-Since, Accept-Encoding, "
                                + "X-GitHub-OTP, X-Requested-With, User-Agent, X-GitHub-Api-Version")
                .header("Access-Control-Allow-Methods", "GET, POST, PATCH, PUT, DELETE")
                .header("Access-Control-Max-Age", A_DAY)
                .build();
    }

    private static Response refused() {
        return Response.status(Response.Status.NOT_FOUND)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new ControlError("The control API has nothing to say to a page of another origin."))
                .build();
    }
}
