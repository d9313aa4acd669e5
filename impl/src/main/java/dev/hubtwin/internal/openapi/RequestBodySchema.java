package dev.hubtwin.internal.openapi;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.hubtwin.internal.rest.ApiException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The schema of a request body. It is compiled when the first body comes. */
public final class RequestBodySchema {

    private final JsonNode description;
    private final JsonNode schema;
    private final boolean required;
    private final SchemaKeywords keywords;
    private final List<String> newMembers;
    private volatile Schema compiled;

    RequestBodySchema(JsonNode description, JsonNode schema, boolean required) {
        this.description = description;
        this.schema = schema;
        this.required = required;
        this.keywords = new SchemaKeywords(description);
        this.newMembers = keywords.find(schema, "properties").properties().stream()
                .filter(member -> member.getValue().has("x-hubtwin-since"))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Returns what a body gives, whatever it is: null where nothing has to be given is an empty object, and an object
     * loses the members that count as absent, see {@link GivenMembers}.
     */
    public JsonNode given(JsonNode body) {
        if (body.isNull() && !(required && keywords.find(schema, "required").size() > 0)) {
            return JsonNodeFactory.instance.objectNode();
        }
        new GivenMembers(keywords).keep(body, schema);
        return body;
    }

    /** Removes from a body what a server does not know that is no newer than the documents. */
    public void keepDocumented(ObjectNode body) {
        body.remove(newMembers);
    }

    /**
     * Says nothing if {@code body} fits.
     *
     * @throws ApiException 422 if it does not, in the form that the operation has for it
     */
    public void require(JsonNode body) {
        List<Error> errors = check(body);
        if (!errors.isEmpty()) {
            throw resource()
                    .map(resource -> ApiException.invalid(SchemaErrorMessages.details(this, resource, errors)))
                    .orElseGet(() -> ApiException.invalidRequest(SchemaErrorMessages.body(this, errors)));
        }
    }

    /** What is wrong with {@code body}; empty when nothing is. */
    List<Error> check(JsonNode body) {
        if (compiled == null) {
            compiled = compile();
        }
        try {
            return compiled.validate(body);
        } catch (
                NumberFormatException
                        e) { // too large for any type, such as 1e400: the library's enum keyword cannot bear it
            throw ApiException.invalidRequest("A number is too large.");
        }
    }

    /** Whether null would have been taken where a body was found to be of another type. */
    boolean takesNull(Error error) {
        return error.getSchemaLocation().getFragment() != null
                && parent(error).path("nullable").asBoolean();
    }

    private JsonNode parent(Error error) {
        return whole().at(JsonPointer.compile(
                        error.getSchemaLocation().getFragment().toString())
                .head());
    }

    /**
     * What is refused thing by thing, member by member, if the description says so; else the refusal is in sentences.
     */
    private Optional<String> resource() {
        return Optional.ofNullable(keywords.find(schema, "x-hubtwin-resource").textValue());
    }

    /** What is said besides when a member of the body is missing; empty if nothing is. */
    Optional<String> missing(String member) {
        return Optional.ofNullable(keywords.find(keywords.member(schema, member), "x-hubtwin-missing")
                .textValue());
    }

    private Schema compile() {
        return SchemaRegistry.withDialect(Dialects.getOpenApi30()).getSchema(whole());
    }

    private JsonNode whole() {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", description.path("components"));
        return whole;
    }
}
