package dev.hubtwin.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

/** What the scenarios of members, memberships and outside collaborators share. Most of them are about harbor. */
abstract class PeopleSteps extends Scenarios {

  static final String HARBOR = "/orgs/harbor";
  static final String MEMBERS = HARBOR + "/members";
  static final String PUBLIC_MEMBERS = HARBOR + "/public_members";
  static final String MEMBERSHIPS = HARBOR + "/memberships";
  static final String OUTSIDE = HARBOR + "/outside_collaborators";
  static final String OWN = "/user/memberships/orgs";

  Answer put(Who who, String path) {
    return as(who).send("PUT", path, BodyPublishers.noBody());
  }

  Answer put(Who who, String path, String body) {
    return as(who).send("PUT", path, BodyPublishers.ofString(body));
  }

  Answer delete(Who who, String path) {
    return as(who).send("DELETE", path, BodyPublishers.noBody());
  }

  /** Gives somebody a role in harbor. */
  Answer assign(Who who, String login, String role) {
    return put(who, MEMBERSHIPS + "/" + login, "{\"role\": \"" + role + "\"}");
  }

  /** Accepts an invitation in the name of who was invited. */
  Answer accept(Who who, String organization) {
    return as(who).patch(OWN + "/" + organization, "{\"state\": \"active\"}");
  }

  /** The members of harbor. */
  List<String> members() {
    return logins(as(Who.ANNA), MEMBERS);
  }

  /** The public members of harbor. */
  List<String> publicMembers() {
    return logins(as(Who.ANONYMOUS), PUBLIC_MEMBERS);
  }

  /** The outside collaborators of harbor. */
  List<String> outside() {
    return logins(as(Who.ANNA), OUTSIDE);
  }

  /** State and role of somebody's membership in harbor, or the status if there is none. */
  String membership(String login) {
    Answer answer = as(Who.ANNA).get(MEMBERSHIPS + "/" + login);
    return answer.status() == 200 ? answer.member("state") + " " + answer.member("role")
        : Integer.toString(answer.status());
  }

  /** The whole world, from the control API. */
  JsonNode world() {
    return target.control().orElseThrow().state();
  }

  /** An organization of {@link #world()}. */
  JsonNode organization(String login) {
    return named(world().path("organizations"), "login", login);
  }

  /** The element of a list whose member has a value. */
  static JsonNode named(JsonNode list, String member, String value) {
    for (JsonNode element : list) {
      if (element.path(member).asText().equals(value)) {
        return element;
      }
    }
    throw new AssertionError("no " + member + " " + value + " in " + list);
  }

  /** Merges something into the world; see {@link #changing()}. */
  void merge(String state) {
    control().patch("/state", state).is(204);
  }

  /** Puts another world in the place of this one; see {@link #changing()}. */
  void replace(JsonNode state) {
    control().send("PUT", "/state", state.toString()).is(204);
  }

  /** Sets the world's clock: to a moment, where it stands, or ahead of the machine's by a duration. */
  void clock(String clock) {
    String change = clock.contains("P") ? "{\"system\": true, \"advance\": \"" + clock + "\"}"
        : "{\"freeze\": \"" + clock + "\"}";
    control().send("PUT", "/clock", change).is(200);
  }
}
