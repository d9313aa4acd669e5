package dev.hubtwin.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One operation of the description.
 *
 * @param id GitHub's operationId, such as {@code orgs/get}
 * @param method in upper case
 * @param path the path template
 * @param statuses every status that it may answer with
 * @param query its query parameters
 * @param body the schema of its JSON body, if it takes one
 * @param access who may call it
 * @param documentation where github.com explains it; empty for the twin's own operations
 */
public record Operation(
    String id,
    String method,
    String path,
    Set<Integer> statuses,
    List<QueryParameter> query,
    Optional<BodySchema> body,
    Access access,
    Optional<String> documentation) {

  /** A query parameter and what its values must be. */
  public record QueryParameter(String name, JsonNode schema) {}

  /** Whether the operation belongs to the control API. */
  public boolean isControl() {
    return id.startsWith("control/");
  }
}
