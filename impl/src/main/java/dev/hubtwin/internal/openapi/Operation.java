package dev.hubtwin.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.auth.AccessPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One operation of the description.
 *
 * @param id GitHub's operationId, such as {@code orgs/get}
 * @param method in upper case
 * @param path the path template
 * @param mediaTypes every status that it may answer with, and the media type of its body; empty where there is none
 * @param locating the statuses whose answer has a {@code Location}
 * @param inPath its path parameters
 * @param query its query parameters
 * @param takesBody whether it takes JSON
 * @param bodies what the description says of its bodies
 * @param access who may call it
 * @param limit which of the rate limits it counts against
 * @param isFree whether it costs nothing of that
 * @param isForm whether its body may be a form, and its answer is one unless something else is asked for
 * @param isBesideWorld whether its answer depends on more than the state of the world
 * @param documentation where github.com explains it; empty for the twin's own operations
 */
public record Operation(
        String id,
        String method,
        String path,
        Map<Integer, String> mediaTypes,
        Set<Integer> locating,
        List<Parameter> inPath,
        List<Parameter> query,
        boolean takesBody,
        DescribedBodies bodies,
        AccessPolicy access,
        String limit,
        boolean isFree,
        boolean isForm,
        boolean isBesideWorld,
        Optional<String> documentation) {

    /** The rate limit of every operation that has no other. */
    public static final String CORE_LIMIT = "core";

    /** Every status that it may answer with. */
    public Set<Integer> statuses() {
        return mediaTypes.keySet();
    }

    /** The schema of its JSON body, if it takes one. */
    public Optional<RequestBodySchema> body() {
        return takesBody ? Optional.of(bodies.request(this)) : Optional.empty();
    }

    /** The body of the first example of a status, if there is one. */
    public Optional<ExampleBody> example(int status) {
        return bodies.example(this, status);
    }

    /** Whether an answer of that status says where something is. */
    public boolean locates(int status) {
        return locating.contains(status);
    }

    /**
     * A parameter and what its values must be.
     *
     * @param isLenient whether the default stands for any other value, which is never refused
     */
    public record Parameter(String name, JsonNode schema, boolean isLenient) {}

    /** Whether this is the control API's, which is guarded. */
    public boolean isControl() {
        return id.startsWith("control/");
    }

    /** Whether this tells of the process that is asked, whoever owns the worlds. */
    public boolean isOfProcess() {
        return isControl() && (path.equals("/_twin/health") || path.equals("/_twin/metrics"));
    }

    /** Whether its body is a state, which may be as large as a world. */
    public boolean takesState() {
        return isControl() && path.equals("/_twin/state") && !method.equals("GET");
    }

    /** Whether this tells what is left of a limit: it costs nothing, and nobody is to keep the answer. */
    public boolean isRateLimit() {
        return id.equals("rate-limit/get");
    }

    /** Whether the last answer is kept: as it is given again, or a new one is compared with it. */
    public boolean isKept() {
        return method.equals("GET") && !isOwn() && !isRateLimit();
    }

    /** Whether this is a page for people, who come by browser. */
    public boolean isPage() {
        return id.startsWith("pages/");
    }

    /** Whether this is the page that shows the world, or a part of it. */
    public boolean isOfTheWorld() {
        return isPage() && path.startsWith("/_twin");
    }

    /** Whether this is a description or the page on which it is read, which hold nothing of a world. */
    public boolean isDescription() {
        return id.startsWith("description/");
    }

    /** Whether this is the twin's own, and nothing of GitHub's ways holds for it: identity, limits, headers. */
    public boolean isOwn() {
        return isControl() || isPage() || isDescription();
    }
}
