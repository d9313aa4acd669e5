package dev.hubtwin.internal.pipeline;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.internal.exchange.PipelineStage;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.openapi.Operation;
import dev.hubtwin.internal.openapi.SchemaErrorMessages;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.rest.Dialect;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.lang.reflect.Type;

/**
 * Holds a body against the contract before it is bound: JSON whatever its content type says, an object (no body counts
 * as an empty one), without what its schema counts as absent, and valid against it. A text or a form is what it is.
 */
public final class BodyValidationInterceptor implements ReaderInterceptor {

    private final ObjectMapper json;

    @Inject
    public BodyValidationInterceptor(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        RequestContext at = RequestContext.of(context);
        Operation operation = at.operation().orElseThrow();
        if (context.getType() == String.class || context.getType() == Form.class) {
            return context.proceed();
        }
        at.progress().reach(PipelineStage.BODY);
        byte[] bytes = context.getInputStream().readAllBytes();
        JsonNode sent =
                operation.isForm() ? FormParameters.of(bytes, at.contentType(), at.query(), this::parse) : parse(bytes);
        JsonNode given = operation.body().map(schema -> schema.given(sent)).orElse(sent);
        if (!(given instanceof ObjectNode body)) {
            throw ApiException.notAnObject();
        }
        if (at.links().dialect() == Dialect.ENTERPRISE) {
            operation.body().ifPresent(schema -> schema.keepDocumented(body));
        }
        operation.body().ifPresent(schema -> schema.require(body));
        Object bound = bind(body, context.getGenericType());
        at.progress().reach(PipelineStage.RULE);
        return bound;
    }

    /** What was checked is what is bound: of a member that stands there twice, the last. */
    private Object bind(JsonNode body, Type type) throws IOException {
        try {
            return json.treeToValue(body, json.constructType(type));
        } catch (JsonMappingException e) { // a time, a number: some fit their schema and no type
            throw ApiException.invalidRequest(SchemaErrorMessages.unreadable(e.getPath(), body));
        }
    }

    private JsonNode parse(byte[] bytes) {
        if (bytes.length == 0) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            JsonNode body = json.readTree(bytes);
            if (body.isMissingNode()) {
                throw ApiException.problemsParsingJson();
            }
            return body;
        } catch (IOException e) {
            throw ApiException.problemsParsingJson();
        }
    }
}
