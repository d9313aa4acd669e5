package dev.hubtwin.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Values for parameters and members: mostly fitting and often known to the world of {@code EveryKind}, sometimes odd. */
final class RandomValues {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> ODD = List.of(
      "", " ", "0", "-1", "101", "2147483648", "9223372036854775808", "1.5", "NaN", "null", "true", "../..", "%2F", "a/b", "..", "\0",
      "日本語", "\ud83d\ude00", "'; DROP TABLE x; --", "<script>alert(1)</script>", "x".repeat(3_000), "\u202e", "{org}", "a\nb");
  private static final Map<String, List<String>> KNOWN = Map.ofEntries(
      Map.entry("org", List.of("acme", "ACME", "nobody")),
      Map.entry("username", List.of("olivia", "mike", "nina", "dora", "sam", "owen", "acme", "nobody")),
      Map.entry("owner", List.of("acme", "olivia", "nobody")),
      Map.entry("repo", List.of("widgets", "nothing")),
      Map.entry("hook_id", List.of("1", "2", "99")),
      Map.entry("campaign_number", List.of("1", "2", "0", "99")),
      Map.entry("installation_id", List.of("555", "556", "557", "99")),
      Map.entry("client_id", List.of("Iv1.able", "Iv1.bare", "0a1b2c3d")),
      Map.entry("app_slug", List.of("able", "bare", "nothing")),
      Map.entry("code", List.of("one-time-code", "no-code")),
      Map.entry("login", List.of("olivia", "mike", "nobody")),
      Map.entry("managers", List.of("olivia", "mike", "nobody")),
      Map.entry("team_managers", List.of("security", "nobody")),
      Map.entry("repositories", List.of("widgets", "nothing")),
      Map.entry("repository_id", List.of("1296269", "1")),
      Map.entry("repository_ids", List.of("1296269", "1")),
      Map.entry("alert_numbers", List.of("1", "2")),
      Map.entry("access_token", List.of("ghu_able", "ghu_bare", "ghp_able")),
      Map.entry("target", List.of("acme", "olivia")),
      Map.entry("name", List.of("web", "A name")),
      Map.entry("url", List.of("http://127.0.0.1:9/hook", "https://example.com", "nowhere")),
      Map.entry("ends_at", List.of("2027-01-01T00:00:00Z", "2020-01-01T00:00:00+01:00")));

  private final Random random;

  RandomValues(Random random) {
    this.random = random;
  }

  /** A value for a parameter in the path. */
  String named(String name) {
    List<String> known = KNOWN.getOrDefault(name, List.of("1", "9001", "acme", "1296269"));
    return random.nextInt(12) == 0 ? odd().replaceFirst("^$", "-") : known.get(random.nextInt(known.size()));
  }

  /** A value that fits nearly nowhere. */
  String odd() {
    return ODD.get(random.nextInt(ODD.size()));
  }

  /** A value that a schema of a plain type admits, as a text. */
  String fitting(JsonNode schema, String name) {
    return plain(schema, name).asText();
  }

  /** A value that a schema admits, or nearly. */
  JsonNode json(JsonNode unresolved, String name) {
    JsonNode schema = Description.PUBLISHED.resolve(unresolved);
    if (random.nextInt(25) == 0) {
      return odd(schema);
    }
    for (String choice : new String[] {"oneOf", "anyOf", "allOf"}) {
      if (schema.has(choice)) {
        return json(schema.path(choice).get(random.nextInt(schema.path(choice).size())), name);
      }
    }
    return switch (schema.path("type").asText()) {
      case "object" -> object(schema);
      case "array" -> array(schema, name);
      default -> plain(schema, name);
    };
  }

  private JsonNode odd(JsonNode schema) {
    return switch (random.nextInt(6)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.numberNode(random.nextLong());
      case 2 -> JSON.booleanNode(random.nextBoolean());
      case 3 -> JSON.arrayNode().add(JSON.objectNode());
      case 4 -> JSON.objectNode().put("a", 1);
      default -> JSON.textNode(schema.has("maxLength") ? "x".repeat(schema.path("maxLength").asInt() + 1) : odd());
    };
  }

  private ObjectNode object(JsonNode schema) {
    ObjectNode object = JSON.objectNode();
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    schema.path("properties").properties().forEach(member -> {
      if (random.nextInt(20) != 0 && (required.contains(member.getKey()) || random.nextBoolean())) {
        object.set(member.getKey(), json(member.getValue(), member.getKey()));
      }
    });
    if (random.nextInt(30) == 0) {
      object.put("unknown", odd());
    }
    return object;
  }

  private ArrayNode array(JsonNode schema, String name) {
    ArrayNode array = JSON.arrayNode();
    int size = random.nextInt(10) == 0 ? random.nextInt(12) : 1;
    for (int i = 0; i < size; i++) {
      array.add(json(schema.path("items"), name));
    }
    return array;
  }

  private JsonNode plain(JsonNode schema, String name) {
    if (schema.has("enum")) {
      return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
    }
    List<String> known = KNOWN.getOrDefault(name, List.of("1", "30", "some text", "2026-01-01T00:00:00Z"));
    String value = known.get(random.nextInt(known.size()));
    return switch (schema.path("type").asText()) {
      case "integer" -> JSON.numberNode(value.matches("[0-9]+") ? Long.parseLong(value) : random.nextInt(200) - 50);
      case "boolean" -> JSON.booleanNode(random.nextBoolean());
      default -> JSON.textNode(random.nextInt(15) == 0 ? odd() : value);
    };
  }
}
