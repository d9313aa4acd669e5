package dev.hubtwin.internal.contract.lies;

import dev.hubtwin.internal.contract.description.Description;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a request goes.
 *
 * @param world the prefix of the world, with the root of the enterprise dialect if it is there
 * @param path what stands behind it, without the query
 */
record RequestDestination(String world, boolean enterprise, String path) {

    private static final Pattern PARTS = Pattern.compile("(/w/[a-z0-9-]+)?(/api/v3)?(/[^?]*)?(\\?.*)?");

    /** That of a request. */
    static RequestDestination of(HttpMessage request) {
        Matcher parts = PARTS.matcher(request.target());
        if (!parts.matches()) {
            return new RequestDestination("", false, "*");
        }
        String world = Optional.ofNullable(parts.group(1)).orElse("");
        return new RequestDestination(
                world,
                parts.group(2) != null,
                Optional.ofNullable(parts.group(3)).orElse("/"));
    }

    /** The operation that a request means; control means none. */
    static Optional<Description.Operation> operation(HttpMessage request) {
        return Description.PUBLISHED.operation(request.method(), of(request).path());
    }
}
