package dev.hubtwin.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Memberships in the eyes of the user who has them (R39, R93 to R95). */
abstract class OwnMembershipsScenarios extends PeopleSteps {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "ANNA | ''             | harbor active, fleet active, quay active, vigil active",
      "ANNA | ?state=active  | harbor active, fleet active, quay active, vigil active",
      "ANNA | ?state=pending | ''",
      "JANE | ''             | vigil pending",
      "JANE | ?state=pending | vigil pending",
      "JANE | ?state=active  | ''",
      "HANK | ''             | ''"})
  @DisplayName("GET /user/memberships/orgs lists active and pending memberships, or those of one state (R93)")
  void lists(Who who, String query, String expected) {
    assertEquals(expected, String.join(", ", memberships(as(who).get(OWN + query).is(200))));
  }

  @Test
  @DisplayName("GET /user/memberships/orgs lists active and pending ones together (R93)")
  void listsBoth() {
    changing();
    put(Who.ANNA, "/orgs/quay/memberships/dirk").is(200);
    assertEquals(List.of("harbor active", "quay pending"), memberships(as(Who.DIRK).get(OWN).is(200)));
    assertEquals(List.of("quay pending"), memberships(as(Who.DIRK).get(OWN + "?state=pending").is(200)));
    assertEquals(List.of("harbor active"), memberships(as(Who.DIRK).get(OWN + "?state=active").is(200)));
    accept(Who.DIRK, "quay").is(200);
    assertEquals(List.of(), memberships(as(Who.DIRK).get(OWN + "?state=pending").is(200)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "Active", "", "removed"})
  @DisplayName("GET /user/memberships/orgs with a state that is none is 422 (R93)")
  void refusesOtherStates(String state) {
    as(Who.ANNA).get(OWN + "?state=" + state).is(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {OWN, OWN + "?state=active", OWN + "/harbor"})
  @DisplayName("GET /user/memberships/orgs and /user/memberships/orgs/{org} that the caller has already are 304 (R39)")
  void knowsWhatTheCallerHas(String path) {
    changing();
    String tag = as(Who.DIRK).get(path).is(200).header("ETag");
    assertArrayEquals(new byte[0], as(Who.DIRK).with("If-None-Match", tag).get(path).is(304).body());
    assign(Who.ANNA, "dirk", "admin").is(200);
    as(Who.DIRK).with("If-None-Match", tag).get(path).is(200);
  }

  @ParameterizedTest
  @EnumSource(names = {"ANNA_READ_ORG", "ANNA_WRITE_ORG", "ANNA_REPO", "ANNA_USER"})
  @DisplayName("GET /user/memberships/orgs and /user/memberships/orgs/{org} take one of five scopes (R93, R94)")
  void takesScopes(Who who) {
    assertEquals(4, as(who).get(OWN).is(200).json().size());
    assertEquals("admin", as(who).get(OWN + "/harbor").is(200).member("role"));
  }

  @Test
  @DisplayName("GET /user/memberships/orgs leaves out what the token does not reach, GET /user/memberships/orgs/{org} "
      + "is 403 there (R57, R93)")
  void leavesOutWhatIsOutOfReach() {
    assertEquals(List.of("harbor active"), memberships(as(Who.ANNA_READS_HARBOR).get(OWN).is(200)));
    as(Who.ANNA_READS_HARBOR).get(OWN + "/harbor").is(200);
    as(Who.ANNA_READS_HARBOR).get(OWN + "/quay").is(403);
  }

  @ParameterizedTest
  @CsvSource({
      "ANONYMOUS, 401", "EXPIRED, 401", "ANNA_WITHOUT_SCOPES, 403", "HARBOR_WRITES, 403", "HARBOR_READS, 403"})
  @DisplayName("GET /user/memberships/orgs, GET and PATCH /user/memberships/orgs/{org} without a credential are 401; "
      + "without a scope, and to installations, 403 (R94, R95)")
  void refusesOthers(Who who, int status) {
    as(who).get(OWN).is(status);
    as(who).get(OWN + "/harbor").is(status);
    as(who).patch(OWN + "/harbor", "{\"state\": \"active\"}").is(status);
  }

  @Test
  @DisplayName("PATCH /user/memberships/orgs/{org} takes a scope that writes, or members: write (R95)")
  void takesScopesThatWrite() {
    accept(Who.ANNA_READ_ORG, "harbor").is(403);
    accept(Who.ANNA_READS_HARBOR, "harbor").is(403);
    for (Who who : List.of(Who.ANNA_WRITE_ORG, Who.ANNA_USER, Who.ANNA_REPO, Who.ANNA_WRITES_HARBOR)) {
      assertEquals("active", accept(who, "harbor").is(200).member("state"));
    }
  }

  @ParameterizedTest
  @CsvSource({
      "ANNA, harbor, active admin", "DIRK, HARBOR, active member", "EDDA, harbor, pending member",
      "JANE, vigil, pending admin"})
  @DisplayName("GET /user/memberships/orgs/{org} is one's own membership, pending or active (R94)")
  void getsOne(Who who, String organization, String expected) {
    Answer answer = as(who).get(OWN + "/" + organization).is(200);
    assertEquals(expected, answer.member("state") + " " + answer.member("role"));
    if (expected.startsWith("active")) {
      assertEquals(answer.json(), as(who).get(answer.member("url")).is(200).json());
    }
  }

  @ParameterizedTest
  @CsvSource({"HANK, harbor", "FINN, harbor", "ANNA, nobody", "ANNA, hank", "ANNA, acme"})
  @DisplayName("GET and PATCH /user/memberships/orgs/{org} without a membership are 404 (R94, R95)")
  void knowsNoSuchMembership(Who who, String organization) {
    assertEquals("Not Found", as(who).get(OWN + "/" + organization).is(404).message());
    assertEquals("Not Found", accept(who, organization).is(404).message());
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "", "{}", "{\"state\": \"pending\"}", "{\"state\": null}", "{\"state\": \"Active\"}", "{\"state\": 1}",
      "{\"role\": \"admin\"}"})
  @DisplayName("PATCH /user/memberships/orgs/{org} with any other state than active is 422 (R95)")
  void takesActiveAlone(String body) {
    as(Who.EDDA).patch(OWN + "/harbor", body).is(422);
    as(Who.EDDA).patch(MEMBERSHIPS + "/edda", body).is(422);
    as(Who.ANNA).patch(OWN + "/harbor", body).is(422);
    assertEquals("pending member", membership("edda"));
  }

  @Test
  @DisplayName("PATCH /user/memberships/orgs/{org} of an active one changes nothing, not even for a role (R95)")
  void staysActive() {
    Answer before = as(Who.DIRK).get(OWN + "/harbor");
    Answer answer = as(Who.DIRK).patch(OWN + "/harbor", "{\"state\": \"active\", \"role\": \"admin\"}").is(200);
    assertEquals(before.json(), answer.json());
    assertEquals("active member", membership("dirk"));
  }

  private static List<String> memberships(Answer answer) {
    return StreamSupport.stream(answer.json().spliterator(), false)
        .map(each -> each.at("/organization/login").asText() + " " + each.path("state").asText())
        .toList();
  }
}
