package dev.hubtwin.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.authorization.EveryKind;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/** Requests for the operations of the description: valid ones, nearly valid ones, and broken ones. The same seed gives the same. */
final class RandomRequests {

  private static final List<String> EVERYBODY = List.copyOf(EveryKind.everybody());
  private static final List<String> NO_CREDENTIAL = List.of(
      "token ghp_unknown", "Bearer", "Basic !", "Basic Og==", "Bearer a.b.c", "bearer ghp_able", "Digest x", "token  ",
      "Bearer eyJhbGciOiJub25lIn0.eyJpc3MiOjQyNDJ9.");
  private static final List<String> ACCEPTED = List.of(
      "*/*", "application/json", "application/vnd.github.v3+json", "application/vnd.github.surtur-preview+json", "text/html", ";", "");

  private final Random random;
  private final RandomValues values;

  RandomRequests(long seed) {
    this.random = new Random(seed);
    this.values = new RandomValues(random);
  }

  /** The next request to a server at one of these roots. */
  HttpRequest next(String root) {
    List<Description.Operation> operations = Description.PUBLISHED.operations();
    Description.Operation operation = operations.get(random.nextInt(operations.size()));
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path(operation) + query(operation)))
        .method(method(operation), body(operation))
        .header("Accept", pick(ACCEPTED));
    String who = pick(EVERYBODY);
    if (random.nextInt(20) == 0) {
      request.header("Authorization", pick(NO_CREDENTIAL));
    } else {
      EveryKind.authorization(who).ifPresent(header -> request.header("Authorization", header));
    }
    if (random.nextInt(10) == 0) {
      request.header("Content-Type", pick(List.of("text/plain", "application/xml", "application/x-www-form-urlencoded")));
    }
    return request.build();
  }

  private String method(Description.Operation operation) {
    return operation.method().equals("GET") && random.nextInt(10) == 0 ? "HEAD" : operation.method();
  }

  private String path(Description.Operation operation) {
    StringJoiner path = new StringJoiner("/");
    for (String segment : operation.path().split("/", -1)) {
      path.add(segment.startsWith("{") ? encode(values.named(segment.substring(1, segment.length() - 1))) : segment);
    }
    return path + (random.nextInt(200) == 0 ? pick(List.of("/", ";a=b", "//", "/.")) : "");
  }

  private String query(Description.Operation operation) {
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    for (JsonNode parameter : Description.PUBLISHED.parameters(operation, "query")) {
      if (random.nextInt(3) == 0) {
        String value = values.fitting(Description.PUBLISHED.resolve(parameter.path("schema")), parameter.path("name").asText());
        query.add(parameter.path("name").asText() + "=" + encode(random.nextInt(4) == 0 ? values.odd() : value));
      }
    }
    return query.toString();
  }

  private HttpRequest.BodyPublisher body(Description.Operation operation) {
    JsonNode schema = Description.PUBLISHED.bodySchema(operation);
    if (schema.isMissingNode()) {
      return BodyPublishers.ofString(pick(List.of("", "", "{}", "[")));
    }
    String body = values.json(schema, "").toString();
    return switch (random.nextInt(12)) {
      case 0 -> BodyPublishers.ofString(body.substring(0, random.nextInt(body.length() + 1)));
      case 1 -> BodyPublishers.ofString(pick(List.of("", "[]", "null", "7", "{}", "\"a\"", "{\"a\":", "{'a':1}", "[".repeat(5_000))));
      default -> BodyPublishers.ofString(body);
    };
  }

  private String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
