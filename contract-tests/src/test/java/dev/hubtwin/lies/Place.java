package dev.hubtwin.lies;

import dev.hubtwin.contract.Description;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a request goes.
 *
 * @param world the prefix of the world, with the root of the enterprise dialect if it is there
 * @param path what stands behind it, without the query
 */
record Place(String world, boolean enterprise, String path) {

  private static final Pattern PARTS = Pattern.compile("(/w/[a-z0-9-]+)?(/api/v3)?(/[^?]*)?(\\?.*)?");

  /** That of a request. */
  static Place of(Message request) {
    Matcher parts = PARTS.matcher(request.target());
    if (!parts.matches()) {
      return new Place("", false, "*");
    }
    String world = Optional.ofNullable(parts.group(1)).orElse("");
    return new Place(world, parts.group(2) != null, Optional.ofNullable(parts.group(3)).orElse("/"));
  }

  /** The operation that a request means; control means none. */
  static Optional<Description.Operation> operation(Message request) {
    return Description.PUBLISHED.operation(request.method(), of(request).path());
  }
}
