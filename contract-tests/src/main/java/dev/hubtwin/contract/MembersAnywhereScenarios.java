package dev.hubtwin.contract;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who the members are, who sees them, who shows that they are. */
abstract class MembersAnywhereScenarios extends Anywhere {

  @Test
  @DisplayName("GET /orgs/{org}/public_members lists to a stranger whom GET /orgs/{org}/public_members/{username} "
      + "answers with 204 (R88, R89)")
  void listsThePublic() {
    String path = "/orgs/" + anOrganization() + "/public_members";
    for (String login : reader().get(path + "?per_page=3").is(200).logins()) {
      reader().get(path + "/" + login).is(204);
    }
    reader().get(path + "/" + NOBODY).is(404);
  }

  @Test
  @DisplayName("GET /orgs/{org}/members sends a stranger to the public members, 302; GET "
      + "/orgs/{org}/members/{username} too (R63, R70)")
  void redirectsStrangers() {
    String path = "/orgs/" + anOrganization();
    Answer list = expect(anonymous().get(path + "/members"), 302, 200, 401);
    if (list.status() == 302) {
      hold(String.valueOf(list.header("Location")).matches(".*/public_members(\\?.*)?"), list,
          "a Location that ends in /public_members");
    }
    Answer one = expect(anonymous().get(path + "/members/" + NOBODY), 302, 404, 401);
    if (one.status() == 302) {
      hold(String.valueOf(one.header("Location")).endsWith("/public_members/" + NOBODY), one,
          "a Location that ends in /public_members/" + NOBODY);
    }
  }

  @Test
  @DisplayName("GET /orgs/{org}/members lists the concealed ones too to a member, and nobody who is only invited "
      + "(R62, R77)")
  @Needs({Name.ORGANIZATION, Name.OWNER, Name.MEMBER, Name.MEMBER_TOKEN, Name.OUTSIDER})
  void listsAllToMembers() {
    Answer page = as(Name.MEMBER_TOKEN).get(organization("/members?per_page=100")).is(200);
    List<String> members = logins(as(Name.MEMBER_TOKEN), organization("/members?per_page=100"));
    hold(has(members, name(Name.OWNER)) && has(members, name(Name.MEMBER)), page,
        "the owner and the member on one of the pages");
    hold(!has(members, name(Name.OUTSIDER)), page, "no outsider on any page");
    target.names().find(Name.PENDING).ifPresent(login -> hold(!has(members, login), page,
        "nobody on any page who is only invited"));
    List<String> shown = logins(reader(), organization("/public_members?per_page=100"));
    hold(members.containsAll(shown), page, "all the public members among the members: " + shown);
  }

  @Test
  @DisplayName("GET /orgs/{org}/members by role lists owners (admin), others (member) or all, which is the default, "
      + "as it is of filter (R65, R66)")
  @Needs({Name.ORGANIZATION, Name.OWNER, Name.MEMBER, Name.MEMBER_TOKEN})
  void filtersByRole() {
    Calls member = as(Name.MEMBER_TOKEN);
    List<String> owners = logins(member, organization("/members?per_page=100&role=admin"));
    List<String> others = logins(member, organization("/members?per_page=100&role=member"));
    List<String> all = logins(member, organization("/members?per_page=100"));
    Answer page = member.get(organization("/members?per_page=100&role=admin")).is(200);
    hold(has(owners, name(Name.OWNER)) && !has(owners, name(Name.MEMBER)), page, "the owner and not the member");
    hold(has(others, name(Name.MEMBER)) && !has(others, name(Name.OWNER)),
        member.get(organization("/members?per_page=100&role=member")), "the member and not the owner");
    hold(owners.size() + others.size() == all.size(), page, "owners and others to make up all " + all.size());
    hold(logins(member, organization("/members?per_page=100&role=all")).equals(all),
        member.get(organization("/members?per_page=100&role=all")), "the same as without role");
    hold(logins(member, organization("/members?per_page=100&filter=all")).equals(all),
        member.get(organization("/members?per_page=100&filter=all")), "the same as without filter (R65)");
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @ValueSource(strings = {"filter=most", "role=king"})
  @DisplayName("GET /orgs/{org}/members with a filter or a role that there is not is 422 (R67)")
  @Needs({Name.ORGANIZATION, Name.OWNER_TOKEN})
  void refusesOtherFilters(String query) {
    as(Name.OWNER_TOKEN).get(organization("/members?" + query)).is(422);
  }

  @Test
  @DisplayName("GET /orgs/{org}/members with filter=2fa_disabled is for owners; a member is told so with 422 (R64)")
  @Needs({Name.ORGANIZATION, Name.OWNER_TOKEN, Name.MEMBER_TOKEN})
  void keepsTheFilterForOwners() {
    as(Name.OWNER_TOKEN).get(organization("/members?filter=2fa_disabled")).is(200);
    as(Name.MEMBER_TOKEN).get(organization("/members?filter=2fa_disabled")).is(422);
  }

  @Test
  @DisplayName("GET /orgs/{org}/members with per_page=1 leads from page to page to all of them (R38)")
  @Needs({Name.ORGANIZATION, Name.OWNER, Name.MEMBER, Name.MEMBER_TOKEN})
  void leadsFromPageToPage() {
    Answer first = as(Name.MEMBER_TOKEN).get(organization("/members?per_page=1")).is(200);
    hold(first.json().size() == 1, first, "one member");
    hold(first.links().containsKey("next"), first, "a Link with rel=\"next\", for there are more");
    Answer second = as(Name.MEMBER_TOKEN).get(first.links().get("next")).is(200);
    hold(second.json().size() == 1 && !second.logins().equals(first.logins()), second, "another member than " + first.logins());
  }

  @Test
  @DisplayName("GET /orgs/{org}/members/{username} asked by a member is 204 for a member and 404 for another (R68, "
      + "R69, R71)")
  @Needs({Name.ORGANIZATION, Name.OWNER, Name.MEMBER, Name.OUTSIDER, Name.MEMBER_TOKEN})
  void checksMembers() {
    Calls member = as(Name.MEMBER_TOKEN);
    member.get(organization("/members/" + name(Name.OWNER))).is(204);
    member.get(organization("/members/" + name(Name.MEMBER))).is(204);
    member.get(organization("/members/" + name(Name.OUTSIDER))).is(404);
    member.get(organization("/members/" + NOBODY)).is(404);
  }

  @Test
  @DisplayName("PUT and DELETE /orgs/{org}/public_members/{username} show and hide one's own membership (R90, R91, "
      + "R92)")
  @Needs({Name.ORGANIZATION, Name.MEMBER, Name.MEMBER_TOKEN})
  @Writes
  void showsAndHidesOneself() {
    String path = organization("/public_members/" + name(Name.MEMBER));
    boolean wasPublic = reader().get(path).status() == 204;
    afterwards(() -> publicize(path, wasPublic));
    publicize(path, !wasPublic);
    publicize(path, wasPublic);
    publicize(path, wasPublic);
  }

  private void publicize(String path, boolean show) {
    Answer answer = show ? put(as(Name.MEMBER_TOKEN), path) : delete(as(Name.MEMBER_TOKEN), path);
    answer.is(204);
    reader().get(path).is(show ? 204 : 404);
    List<String> shown = logins(reader(), organization("/public_members?per_page=100"));
    hold(has(shown, name(Name.MEMBER)) == show, answer, name(Name.MEMBER) + (show ? " to be" : " not to be")
        + " among the public members " + shown);
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @CsvSource({"PUT", "DELETE"})
  @DisplayName("PUT and DELETE /orgs/{org}/public_members/{username} of somebody else are 403, even to an owner (R90, "
      + "R92)")
  @Needs({Name.ORGANIZATION, Name.MEMBER, Name.MEMBER_TOKEN, Name.OWNER_TOKEN})
  @Writes
  void nobodyShowsOthers(String method) {
    String path = organization("/public_members/" + name(Name.MEMBER));
    int before = reader().get(path).status();
    afterwards(() -> publicize(path, before == 204));
    Answer answer = as(Name.OWNER_TOKEN).send(method, path, "");
    expect(answer, 403, 404);
    reader().get(path).is(before);
  }

  @Test
  @DisplayName("DELETE /orgs/{org}/members/{username} by a member who is no owner is 403 (R73)")
  @Needs({Name.ORGANIZATION, Name.OUTSIDER, Name.MEMBER_TOKEN})
  @Writes
  void membersRemoveNobody() {
    expect(delete(as(Name.MEMBER_TOKEN), organization("/members/" + name(Name.OUTSIDER))), 403, 404);
  }

  @Test
  @DisplayName("DELETE /orgs/{org}/members/{username} of one who is no member is 404 (R72)")
  @Needs({Name.ORGANIZATION, Name.OUTSIDER, Name.OWNER_TOKEN})
  @Writes
  void removesNobodyWhoIsNoMember() {
    expect(delete(as(Name.OWNER_TOKEN), organization("/members/" + name(Name.OUTSIDER))), 404, 204);
  }

  @Test
  @DisplayName("DELETE /orgs/{org}/members/{username} removes a member: gone from the list, 404 as member and in "
      + "memberships (R72)")
  @Needs({Name.ORGANIZATION, Name.MEMBER, Name.MEMBER_TOKEN, Name.OWNER_TOKEN, Name.MAY_REMOVE_MEMBER})
  @Writes
  void removesMembers() {
    Rejoining.after(this);
    delete(as(Name.OWNER_TOKEN), organization("/members/" + name(Name.MEMBER))).is(204);
    as(Name.OWNER_TOKEN).get(organization("/members/" + name(Name.MEMBER))).is(404);
    as(Name.OWNER_TOKEN).get(organization("/memberships/" + name(Name.MEMBER))).is(404);
    as(Name.MEMBER_TOKEN).get("/user/memberships/orgs/" + name(Name.ORGANIZATION)).is(404);
    Answer list = as(Name.OWNER_TOKEN).get(organization("/members?per_page=100")).is(200);
    hold(!has(logins(as(Name.OWNER_TOKEN), organization("/members?per_page=100")), name(Name.MEMBER)), list,
        "no " + name(Name.MEMBER) + " on any page");
  }

  /** Whether a login is among others, in any case. */
  static boolean has(List<String> logins, String login) {
    return logins.stream().anyMatch(login::equalsIgnoreCase);
  }
}
