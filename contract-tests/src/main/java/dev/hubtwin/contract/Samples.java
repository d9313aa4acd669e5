package dev.hubtwin.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.contract.Description.Operation;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the scenarios share that go through every operation that reads. They are about atlas, which has some of
 * everything; ada owns it, and the app polymath may do everything in it.
 */
abstract class Samples extends AppSteps {

  /** What the parameters of paths are of. */
  private static final Map<String, String> VALUES = Map.ofEntries(
      Map.entry("org", "atlas"), Map.entry("organization_id", "9501"), Map.entry("username", "ada"), Map.entry("user_id", "601"),
      Map.entry("owner", "atlas"), Map.entry("repo", "globe"), Map.entry("repository_id", "742"), Map.entry("hook_id", "201"),
      Map.entry("app_slug", "polymath"), Map.entry("installation_id", "621"), Map.entry("campaign_number", "1"));
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
  /** Where organizations begin that are ada's alone. */
  private static final String FIRST = "since=9500";

  /** The operation of that id. */
  static Operation operation(String id) {
    return Description.PUBLISHED.operations().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  /** The operations that read. */
  static Stream<Operation> reading() {
    return Description.PUBLISHED.operations().stream().filter(operation -> operation.method().equals("GET"));
  }

  /** Those of them that list something in pages. */
  static Stream<Operation> listing() {
    return reading().filter(operation -> takes(operation, "per_page"));
  }

  /** Whether an operation has a parameter of the query. */
  static boolean takes(Operation operation, String parameter) {
    return Description.PUBLISHED.parameters(operation, "query").stream()
        .anyMatch(each -> each.path("name").asText().equals(parameter));
  }

  /** A path with one more parameter. */
  static String with(String path, String parameter) {
    return path + (path.contains("?") ? "&" : "?") + parameter;
  }

  /** The path of a request that reads something of atlas. */
  static String path(Operation operation) {
    String path = PARAMETER.matcher(operation.path()).replaceAll(parameter -> VALUES.get(parameter.group(1)));
    return operation.id().equals("orgs/list") ? path + "?" + FIRST : path;
  }

  /** Calls of whoever may read most by an operation: the app by itself, the app in atlas, or ada. */
  Calls reader(Operation operation) {
    String kinds = operation.node().at("/x-hubtwin-credentials/kinds").toString();
    return switch (kinds) {
      case "[\"app\"]" -> polymath();
      case "[\"installation\"]" -> as(Who.POLYMATH_IN_ATLAS);
      default -> as(Who.ADA);
    };
  }

  /** Calls of the app by itself. */
  Calls polymath() {
    return as(Jwt.of(4305, "rival"));
  }

  /** The elements of a list: the body, or the one array in it. */
  static List<JsonNode> elements(JsonNode body) {
    JsonNode list = body.isArray() ? body : body.valueStream().filter(JsonNode::isArray).findFirst().orElseThrow();
    return list.valueStream().toList();
  }
}
