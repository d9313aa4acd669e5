package dev.hubtwin.http;

import com.fasterxml.jackson.databind.JsonNode;
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
 * @param inPath its path parameters
 * @param query its query parameters
 * @param body the schema of its JSON body, if it takes one
 * @param access who may call it
 * @param documentation where github.com explains it; empty for the twin's own operations
 */
public record Operation(
    String id,
    String method,
    String path,
    Map<Integer, String> mediaTypes,
    List<Parameter> inPath,
    List<Parameter> query,
    Optional<BodySchema> body,
    Access access,
    Optional<String> documentation) {

  /** Every status that it may answer with. */
  public Set<Integer> statuses() {
    return mediaTypes.keySet();
  }

  /** A parameter and what its values must be. */
  public record Parameter(String name, JsonNode schema) {}

  /** Whether this is the control API's, which is guarded. */
  boolean isControl() {
    return id.startsWith("control/");
  }

  /** Whether this is a page for people, who come by browser. */
  boolean isPage() {
    return id.startsWith("pages/");
  }

  /** Whether this is the twin's own, and nothing of GitHub's ways holds for it: identity, limits, headers. */
  boolean isOwn() {
    return isControl() || isPage() || id.startsWith("description/");
  }
}
