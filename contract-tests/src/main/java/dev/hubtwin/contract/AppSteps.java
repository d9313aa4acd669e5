package dev.hubtwin.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the scenarios of apps and installations share. Most of them are about pilot, and about quay. */
abstract class AppSteps extends PeopleSteps {

  static final String INSTALLATIONS = "/app/installations";
  static final String QUAY = INSTALLATIONS + "/601";
  static final String SUSPENDED = "This installation has been suspended";

  /** Calls with a JSON web token. */
  Calls as(Jwt jwt) {
    return bearing("Bearer " + jwt.text());
  }

  /** Calls with some {@code Authorization}. */
  Calls bearing(String authorization) {
    return as(Who.ANONYMOUS).with("Authorization", authorization);
  }

  /** Calls with a client id and its secret, or with anything else that is a name and a password. */
  Calls client(String id, String secret) {
    return bearing("Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(UTF_8)));
  }

  /** Calls of pilot. */
  Calls pilot() {
    return as(Jwt.pilot());
  }

  static Answer post(Calls calls, String path, String body) {
    return calls.send("POST", path, BodyPublishers.ofString(body));
  }

  static Answer put(Calls calls, String path) {
    return calls.send("PUT", path, BodyPublishers.noBody());
  }

  static Answer delete(Calls calls, String path) {
    return calls.send("DELETE", path, BodyPublishers.noBody());
  }

  /** Makes a token of pilot in quay. */
  Answer token(String body) {
    return post(pilot(), QUAY + "/access_tokens", body);
  }

  /** Calls with a token that an answer has. */
  Calls with(Answer made) {
    return bearing("token " + made.member("token"));
  }

  /** The {@code id} of each element. */
  static List<Integer> ids(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(one -> one.path("id").asInt()).toList();
  }
}
