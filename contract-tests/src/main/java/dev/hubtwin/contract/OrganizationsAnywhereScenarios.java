package dev.hubtwin.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Organizations: what anybody reads of them, what their owners read and change. */
abstract class OrganizationsAnywhereScenarios extends Anywhere {

  private static final List<String> FOR_OWNERS = List.of("billing_email", "plan", "total_private_repos",
      "default_repository_permission");

  @Test
  @DisplayName("GET /organizations lists in the order of creation: ids ascend, from page to page too (R34, R36)")
  void ascends() {
    Calls reader = reader();
    long last = 0;
    String next = "/organizations?per_page=2";
    for (int page = 0; page < 4 && next != null; page++) {
      Answer answer = reader.get(next).is(200);
      for (long id : ids(answer)) {
        hold(id > last, answer, "an id above " + last + " before " + id);
        last = id;
      }
      next = answer.links().get("next");
    }
  }

  @Test
  @DisplayName("GET /organizations with since gives ids above that one only (R37)")
  void beginsAfter() {
    List<Long> all = ids(reader().get("/organizations?per_page=5").is(200));
    given(all.size() > 1, "this server lists no two organizations");
    Answer rest = reader().get("/organizations?per_page=5&since=" + all.get(0)).is(200);
    hold(ids(rest).indexOf(all.get(1)) == 0, rest, "the organization after " + all.get(0) + ", which is " + all.get(1));
  }

  @Test
  @DisplayName("GET /organizations knows no page but since alone (R35)")
  void knowsNoPages() {
    Answer second = reader().get("/organizations?per_page=1&page=2").is(200);
    hold(ids(second).equals(ids(reader().get("/organizations?per_page=1").is(200))), second,
        "what stands there without page=2");
  }

  @Test
  @DisplayName("The Link of GET /organizations leads on by since, which is the last id of the page (R35, R36)")
  void leadsOn() {
    Answer page = reader().get("/organizations?per_page=1").is(200);
    Answer two = reader().get("/organizations?per_page=2").is(200);
    given(ids(two).size() == 2 && ids(page).size() == 1, "this server lists no two organizations");
    String next = String.valueOf(page.links().get("next"));
    hold(next.matches(".*[?&]since=" + ids(page).get(0) + "(&.*)?"), page,
        "a Link with rel=\"next\" and since=" + ids(page).get(0) + ", not " + next);
  }

  @ParameterizedTest(name = "per_page={0} gives {1} at most")
  @CsvSource({"1, 1", "2, 2", "100, 100", "101, 100", "1000, 100"})
  @DisplayName("GET /organizations gives 100 a page at most (R38)")
  void limitsPages(int asked, int most) {
    Answer page = reader().get("/organizations?per_page=" + asked).is(200);
    hold(page.json().size() <= most, page, most + " organizations at most, not " + page.json().size());
  }

  @ParameterizedTest(name = "per_page={0}")
  @ValueSource(strings = {"0", "-1", "many", ""})
  @DisplayName("GET /organizations takes its default for a per_page that is none (R38)")
  void toleratesPageSizes(String size) {
    Answer page = expect(reader().get("/organizations?per_page=" + size), 200);
    byConvention(() -> hold(page.json().size() <= 30, page, "30 organizations at most, not " + page.json().size()));
  }

  @Test
  @DisplayName("GET /orgs/{org} takes the name in any case (R7, R158)")
  void ignoresCase() {
    String login = anOrganization();
    Answer upper = reader().get("/orgs/" + login.toUpperCase(Locale.ROOT)).is(200);
    Answer asWritten = reader().get("/orgs/" + login).is(200);
    hold(upper.member("id").equals(asWritten.member("id")), upper, "the id " + asWritten.member("id"));
  }

  @Test
  @DisplayName("GET /orgs/{org} shows nobody else what is for owners (R40, R46)")
  void hidesFromStrangers() {
    String login = anOrganization();
    Answer answer = anonymous().get("/orgs/" + login);
    given(answer.status() != 401 || target.strict(), "this server answers nobody without a credential");
    hidden(answer.is(200));
    hold(answer.member("login").equalsIgnoreCase(login), answer, "the login " + login);
  }

  @Test
  @DisplayName("GET /orgs/{org} shows a member no more than anybody (R40)")
  @Needs({Name.ORGANIZATION, Name.MEMBER_TOKEN})
  void hidesFromMembers() {
    hidden(as(Name.MEMBER_TOKEN).get(organization("")).is(200));
  }

  @Test
  @DisplayName("GET /orgs/{org} shows an owner with admin:org everything (R40, R46)")
  @Needs({Name.ORGANIZATION, Name.OWNER_TOKEN})
  void showsOwners() {
    Answer answer = as(Name.OWNER_TOKEN).get(organization("")).is(200);
    FOR_OWNERS.forEach(member -> hold(answer.members().contains(member), answer, "the member " + member));
  }

  private static void hidden(Answer answer) {
    FOR_OWNERS.forEach(member -> hold(!answer.members().contains(member), answer, "no member " + member));
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @CsvSource({"OWNER_TOKEN", "MEMBER_TOKEN"})
  @DisplayName("GET /user/orgs lists the organization to who belongs to it (R57)")
  @Needs({Name.ORGANIZATION, Name.OWNER_TOKEN, Name.MEMBER_TOKEN})
  void listsOwn(Name token) {
    List<String> logins = logins(as(token), "/user/orgs?per_page=100");
    hold(logins.stream().anyMatch(name(Name.ORGANIZATION)::equalsIgnoreCase), as(token).get("/user/orgs"),
        name(Name.ORGANIZATION) + " on one of the pages");
  }

  @Test
  @DisplayName("GET /user/orgs leaves out where one does not belong (R57)")
  @Needs({Name.ORGANIZATION, Name.OUTSIDER_TOKEN})
  void leavesOthersOut() {
    List<String> logins = logins(as(Name.OUTSIDER_TOKEN), "/user/orgs?per_page=100");
    hold(logins.stream().noneMatch(name(Name.ORGANIZATION)::equalsIgnoreCase), as(Name.OUTSIDER_TOKEN).get("/user/orgs"),
        "no " + name(Name.ORGANIZATION) + " on any page");
  }

  @Test
  @DisplayName("GET /user/orgs without a scope that suffices is 403 (R58)")
  @Needs(Name.SCOPELESS_TOKEN)
  void wantsAScope() {
    as(Name.SCOPELESS_TOKEN).get("/user/orgs").is(403);
  }

  @Test
  @DisplayName("GET /users/{username}/orgs lists public memberships only, to the user as to anybody (R60)")
  @Needs({Name.OWNER, Name.OWNER_TOKEN, Name.OUTSIDER_TOKEN})
  void listsPublicMembershipsOnly() {
    String path = "/users/" + name(Name.OWNER) + "/orgs?per_page=100";
    List<String> own = logins(as(Name.OWNER_TOKEN), path);
    hold(own.equals(logins(as(Name.OUTSIDER_TOKEN), path)), as(Name.OUTSIDER_TOKEN).get(path), "what the user sees: " + own);
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @ValueSource(strings = {"description", "location", "company"})
  @DisplayName("PATCH /orgs/{org} changes the text that is sent, leaves the others, and null clears it (R45, R52)")
  @Needs({Name.ORGANIZATION, Name.OWNER_TOKEN})
  @Writes
  void changesTexts(String text) {
    ObjectNode before = owned();
    afterwards(() -> write(before, text, before.get(text)));
    Answer changed = write(before, text, before.textNode("Set by a contract test"));
    hold(changed.member(text).equals("Set by a contract test"), changed, "the new " + text + " in the answer");
    Answer cleared = write(before, text, before.nullNode());
    hold(cleared.json().path(text).isNull(), cleared, "null as " + text + " in the answer");
  }

  /** Sends one member and looks whether it, and nothing else, is read back. */
  private Answer write(ObjectNode before, String member, JsonNode value) {
    ObjectNode expected = before.deepCopy();
    expected.set(member, value);
    Answer answer = as(Name.OWNER_TOKEN).patch(organization(""), before.objectNode().<ObjectNode>set(member, value)
        .toString()).is(200);
    JsonNode after = owned();
    List<String> others = new ArrayList<>();
    expected.fieldNames().forEachRemaining(name -> {
      if (!name.equals("updated_at") && !expected.get(name).equals(after.path(name))) {
        others.add(name + " is " + after.path(name) + " and not " + expected.get(name));
      }
    });
    hold(others.isEmpty(), answer, member + " alone to change; read back, " + String.join(", ", others));
    return answer;
  }

  private ObjectNode owned() {
    return (ObjectNode) as(Name.OWNER_TOKEN).with("Accept", Scenarios.SURTUR).get(organization("")).is(200).json();
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @ValueSource(strings = {"{\"default_repository_permission\": \"sometimes\"}",
      "{\"members_can_create_repositories\": \"perhaps\"}",
      "{\"members_allowed_repository_creation_type\": \"most\"}", "{\"description\": {}}"})
  @DisplayName("PATCH /orgs/{org} with a value that cannot be is 422 and changes nothing (R47, R48, R54)")
  @Needs({Name.ORGANIZATION, Name.OWNER_TOKEN})
  @Writes
  void refusesWrongValues(String body) {
    ObjectNode before = owned();
    Answer answer = as(Name.OWNER_TOKEN).with("Accept", Scenarios.SURTUR).patch(organization(""), body).is(422);
    hold(owned().equals(before), answer, "an organization that nothing changed");
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @CsvSource({"MEMBER_TOKEN, 403", "OUTSIDER_TOKEN, 403", "SCOPELESS_TOKEN, 404"})
  @DisplayName("PATCH /orgs/{org} is refused to who is no owner, or has no admin:org, and changes nothing (R45)")
  @Needs({Name.ORGANIZATION, Name.OWNER_TOKEN, Name.MEMBER_TOKEN, Name.OUTSIDER_TOKEN, Name.SCOPELESS_TOKEN})
  @Writes
  void refusesOthers(Name token, int status) {
    ObjectNode before = owned();
    afterwards(() -> write(before, "description", before.get("description")));
    Answer answer = as(token).patch(organization(""), "{\"description\": \"Not mine\"}");
    hold(owned().equals(before) && answer.status() >= 400, answer, "a refusal, and an organization that nothing changed");
    expect(answer, status, 401, 403, 404);
  }

  private static List<Long> ids(Answer answer) {
    return elements(answer.json()).map(one -> one.path("id").asLong()).toList();
  }
}
