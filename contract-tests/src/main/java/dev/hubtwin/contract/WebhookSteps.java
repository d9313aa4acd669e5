package dev.hubtwin.contract;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the scenarios of webhooks share. They are about buoy, which has one of nobody's (11) and one of Dashboards' (12). */
abstract class WebhookSteps extends PeopleSteps {

  static final String HOOKS = "/orgs/buoy/hooks";
  static final String OURS = HOOKS + "/11";
  static final String THEIRS = HOOKS + "/12";

  Answer post(Who who, String path, String body) {
    return as(who).send("POST", path, BodyPublishers.ofString(body));
  }

  /** Makes a webhook with that {@code config}. */
  Answer make(Who who, String config) {
    return post(who, HOOKS, "{\"name\": \"web\", \"config\": " + config + "}");
  }

  /** The ids of the webhooks that somebody sees. */
  List<Long> seen(Who who) {
    return as(who).pages(HOOKS).stream()
        .flatMap(page -> StreamSupport.stream(page.json().spliterator(), false))
        .map(hook -> hook.path("id").asLong())
        .toList();
  }

  /** What is wrong, as {@code code field message} of each error, for want of one the sentences. */
  static List<String> errors(Answer answer) {
    return StreamSupport.stream(answer.is(422).json().path("errors").spliterator(), false)
        .map(error -> error.path("resource").asText() + " " + error.path("code").asText() + " "
            + error.path("field").asText("") + error.path("message").asText(""))
        .distinct()
        .toList();
  }
}
