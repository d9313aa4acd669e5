package dev.hubtwin.internal.control;

import dev.hubtwin.internal.control.model.StateError;
import dev.hubtwin.internal.control.model.StateRefusal;
import dev.hubtwin.seed.SeedException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;

/** Answers a state that is refused: 400 if it is neither JSON nor YAML, else 422; and where, and why. */
public final class SeedRefusals implements ExceptionMapper<SeedException> {

    @Override
    public Response toResponse(SeedException e) {
        String message = e.isMalformed()
                ? "The body is not a state document: it is neither JSON nor YAML, or not an object."
                : "The state is refused; nothing has changed.";
        StateError error = new StateError(e.path(), e.line(), e.problem());
        return Response.status(e.isMalformed() ? 400 : 422)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new StateRefusal(message, List.of(error)))
                .build();
    }
}
