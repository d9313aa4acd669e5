package dev.hubtwin.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Roles and invitations: others' and one's own. */
abstract class MembershipsAnywhereScenarios extends Anywhere {

  private static final String OWN = "/user/memberships/orgs";

  @Test
  @DisplayName("GET /orgs/{org}/memberships/{username} tells role and state: an owner is admin, a member member (R75)")
  @Needs({Name.ORGANIZATION, Name.OWNER, Name.MEMBER, Name.OWNER_TOKEN})
  void tellsRoles() {
    holds(membership(Name.OWNER).is(200), "active", "admin");
    holds(membership(Name.MEMBER).is(200), "active", "member");
  }

  @Test
  @DisplayName("GET /orgs/{org}/memberships/{username} of one who is invited is pending (R75, R77)")
  @Needs({Name.ORGANIZATION, Name.PENDING, Name.OWNER_TOKEN})
  void tellsOfInvitations() {
    Answer answer = membership(Name.PENDING).is(200);
    hold(answer.member("state").equals("pending"), answer, "the state pending");
    as(Name.OWNER_TOKEN).get(organization("/members/" + name(Name.PENDING))).is(404);
  }

  @Test
  @DisplayName("GET /orgs/{org}/memberships/{username} of one who has none is 404 (R75)")
  @Needs({Name.ORGANIZATION, Name.OUTSIDER, Name.OWNER_TOKEN})
  void knowsWhoHasNone() {
    membership(Name.OUTSIDER).is(404);
    as(Name.OWNER_TOKEN).get(organization("/memberships/" + NOBODY)).is(404);
  }

  @Test
  @DisplayName("GET /orgs/{org}/memberships/{username} by who is no member is 403 (R74)")
  @Needs({Name.ORGANIZATION, Name.MEMBER, Name.OUTSIDER_TOKEN})
  void tellsMembersOnly() {
    as(Name.OUTSIDER_TOKEN).get(organization("/memberships/" + name(Name.MEMBER))).is(403);
  }

  @Test
  @DisplayName("PUT /orgs/{org}/memberships/{username} invites, changes the role offered, and DELETE "
      + "/orgs/{org}/memberships/{username} cancels (R77, R78, R83, R86)")
  @Needs({Name.ORGANIZATION, Name.INVITEE, Name.OWNER_TOKEN})
  @Writes
  void invitesAndCancels() {
    Calls owner = as(Name.OWNER_TOKEN);
    String path = organization("/memberships/" + name(Name.INVITEE));
    owner.get(path).is(404);
    afterwards(() -> end(as(Name.OWNER_TOKEN), path));
    holds(put(owner, path).is(200), "pending", "member");
    holds(owner.get(path).is(200), "pending", "member");
    owner.get(organization("/members/" + name(Name.INVITEE))).is(404);
    holds(put(owner, path, "{\"role\": \"admin\"}").is(200), "pending", "admin");
    holds(owner.get(path).is(200), "pending", "admin");
    delete(owner, path).is(204);
    owner.get(path).is(404);
    delete(owner, path).is(404);
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @ValueSource(strings = {"{\"role\": \"king\"}", "{\"role\": 7}"})
  @DisplayName("PUT /orgs/{org}/memberships/{username} with a role that there is not is 422, and nobody is invited "
      + "(R83)")
  @Needs({Name.ORGANIZATION, Name.INVITEE, Name.OWNER_TOKEN})
  @Writes
  void refusesOtherRoles(String body) {
    String path = organization("/memberships/" + name(Name.INVITEE));
    afterwards(() -> end(as(Name.OWNER_TOKEN), path));
    put(as(Name.OWNER_TOKEN), path, body).is(422);
    as(Name.OWNER_TOKEN).get(path).is(404);
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @CsvSource({"MEMBER_TOKEN", "OUTSIDER_TOKEN"})
  @DisplayName("PUT and DELETE /orgs/{org}/memberships/{username} by who is no owner are 403 (R76, R84)")
  @Needs({Name.ORGANIZATION, Name.INVITEE, Name.OWNER_TOKEN, Name.MEMBER_TOKEN, Name.OUTSIDER_TOKEN})
  @Writes
  void obeysOwnersOnly(Name token) {
    String path = organization("/memberships/" + name(Name.INVITEE));
    afterwards(() -> end(as(Name.OWNER_TOKEN), path));
    put(as(token), path).is(403);
    as(Name.OWNER_TOKEN).get(path).is(404);
    expect(delete(as(token), path), 403, 404);
  }

  @Test
  @DisplayName("PUT /orgs/{org}/memberships/{username} makes a member an owner and a member again (R78)")
  @Needs({Name.ORGANIZATION, Name.MEMBER, Name.OWNER_TOKEN})
  @Writes
  void changesRoles() {
    String path = organization("/memberships/" + name(Name.MEMBER));
    afterwards(() -> role(path, "member"));
    role(path, "admin");
    Answer owners = as(Name.OWNER_TOKEN).get(organization("/members?per_page=100&role=admin")).is(200);
    hold(MembersAnywhereScenarios.has(logins(as(Name.OWNER_TOKEN), organization("/members?per_page=100&role=admin")),
        name(Name.MEMBER)),
        owners, name(Name.MEMBER) + " among the owners");
    role(path, "member");
  }

  private void role(String path, String role) {
    holds(put(as(Name.OWNER_TOKEN), path, "{\"role\": \"" + role + "\"}").is(200), "active", role);
    holds(as(Name.OWNER_TOKEN).get(path).is(200), "active", role);
  }

  @Test
  @DisplayName("GET /user/memberships/orgs lists one's own, and by state (R93)")
  @Needs({Name.ORGANIZATION, Name.MEMBER_TOKEN})
  void listsOwn() {
    hold(states(Name.MEMBER_TOKEN, "").contains("active"), own(Name.MEMBER_TOKEN, ""),
        "an active one of " + name(Name.ORGANIZATION));
    hold(states(Name.MEMBER_TOKEN, "&state=active").contains("active"), own(Name.MEMBER_TOKEN, "state=active"), "the same");
    hold(states(Name.MEMBER_TOKEN, "&state=pending").isEmpty(), own(Name.MEMBER_TOKEN, "state=pending"),
        "none of " + name(Name.ORGANIZATION));
  }

  @Test
  @DisplayName("GET /user/memberships/orgs lists an invitation as pending (R93)")
  @Needs({Name.ORGANIZATION, Name.PENDING_TOKEN})
  void listsInvitations() {
    hold(states(Name.PENDING_TOKEN, "").equals(List.of("pending")), own(Name.PENDING_TOKEN, ""),
        "a pending one of " + name(Name.ORGANIZATION));
    hold(states(Name.PENDING_TOKEN, "&state=active").isEmpty(), own(Name.PENDING_TOKEN, "state=active"),
        "none of " + name(Name.ORGANIZATION));
  }

  private Answer own(Name token, String query) {
    return as(token).get(OWN + "?" + query);
  }

  /** The states of the memberships in the organization, on all pages. */
  private List<String> states(Name token, String query) {
    return as(token).pages(OWN + "?per_page=100" + query).stream().flatMap(page -> elements(page.json()))
        .filter(one -> one.at("/organization/login").asText().equalsIgnoreCase(name(Name.ORGANIZATION)))
        .map(one -> one.path("state").asText()).toList();
  }

  @Test
  @DisplayName("GET /user/memberships/orgs with another state is 422 (R93)")
  @Needs(Name.MEMBER_TOKEN)
  void refusesOtherStates() {
    own(Name.MEMBER_TOKEN, "state=dormant").is(422);
  }

  @Test
  @DisplayName("GET /user/memberships/orgs/{org} is one's own membership; who has none is told 404 (R94)")
  @Needs({Name.ORGANIZATION, Name.MEMBER, Name.MEMBER_TOKEN, Name.OUTSIDER_TOKEN})
  void tellsOwn() {
    Answer answer = as(Name.MEMBER_TOKEN).get(OWN + "/" + name(Name.ORGANIZATION)).is(200);
    holds(answer, "active", "member");
    JsonNode user = answer.json().path("user");
    hold(user.path("login").asText().equalsIgnoreCase(name(Name.MEMBER)), answer, "the user " + name(Name.MEMBER));
    as(Name.OUTSIDER_TOKEN).get(OWN + "/" + name(Name.ORGANIZATION)).is(404);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(delimiter = '|', value = {"{\"state\": \"active\"} | 200", "{\"state\": \"pending\"} | 422", "{} | 422"})
  @DisplayName("PATCH /user/memberships/orgs/{org} takes \"active\" only, of who is active already too (R95)")
  @Needs({Name.ORGANIZATION, Name.MEMBER_TOKEN})
  @Writes
  void acceptsOnly(String body, int status) {
    as(Name.MEMBER_TOKEN).patch(OWN + "/" + name(Name.ORGANIZATION), body).is(status);
    holds(as(Name.MEMBER_TOKEN).get(OWN + "/" + name(Name.ORGANIZATION)).is(200), "active", "member");
  }

  @Test
  @DisplayName("PATCH /user/memberships/orgs/{org} of who has no membership is 404 (R95)")
  @Needs({Name.ORGANIZATION, Name.OUTSIDER_TOKEN})
  @Writes
  void acceptsNoInvitationThatThereIsNot() {
    as(Name.OUTSIDER_TOKEN).patch(OWN + "/" + name(Name.ORGANIZATION), "{\"state\": \"active\"}").is(404);
  }

  private Answer membership(Name user) {
    return as(Name.OWNER_TOKEN).get(organization("/memberships/" + name(user)));
  }

  private static void holds(Answer answer, String state, String role) {
    hold(answer.member("state").equals(state) && answer.member("role").equals(role), answer, "the state " + state
        + " and the role " + role);
  }
}
