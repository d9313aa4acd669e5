package dev.hubtwin.contract;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Outside collaborators, and members who become some. */
abstract class OutsideCollaboratorsAnywhereScenarios extends Anywhere {

  private static final String LIST = "/outside_collaborators?per_page=100";

  @Test
  @DisplayName("GET /orgs/{org}/outside_collaborators lists them, and no members (R96)")
  @Needs({Name.ORGANIZATION, Name.COLLABORATOR, Name.OWNER, Name.MEMBER, Name.OWNER_TOKEN})
  void listsThem() {
    Answer page = as(Name.OWNER_TOKEN).get(organization(LIST)).is(200);
    List<String> all = all();
    hold(MembersAnywhereScenarios.has(all, name(Name.COLLABORATOR)), page, name(Name.COLLABORATOR) + " on one of the pages");
    hold(!MembersAnywhereScenarios.has(all, name(Name.MEMBER)) && !MembersAnywhereScenarios.has(all, name(Name.OWNER)),
        page, "no members");
  }

  @Test
  @DisplayName("GET /orgs/{org}/outside_collaborators with filter=2fa_disabled gives some of them, with filter=all "
      + "all (R97)")
  @Needs({Name.ORGANIZATION, Name.OWNER_TOKEN})
  void filters() {
    Calls owner = as(Name.OWNER_TOKEN);
    List<String> all = all();
    Answer some = owner.get(organization(LIST + "&filter=2fa_disabled")).is(200);
    hold(all.containsAll(logins(owner, organization(LIST + "&filter=2fa_disabled"))), some,
        "none who is not among all of them");
    hold(all.equals(logins(owner, organization(LIST + "&filter=all"))), owner.get(organization(LIST + "&filter=all")),
        "the same as without filter");
  }

  @Test
  @DisplayName("GET /orgs/{org}/outside_collaborators is not for who does not belong to the organization (R96)")
  @Needs({Name.ORGANIZATION, Name.OUTSIDER_TOKEN})
  void isNotForStrangers() {
    expect(as(Name.OUTSIDER_TOKEN).get(organization(LIST)), 403, 404);
  }

  @Test
  @DisplayName("DELETE /orgs/{org}/outside_collaborators/{username} of a member is 422 (R103)")
  @Needs({Name.ORGANIZATION, Name.MEMBER, Name.OWNER_TOKEN})
  @Writes
  void removesNoMember() {
    delete(as(Name.OWNER_TOKEN), organization("/outside_collaborators/" + name(Name.MEMBER))).is(422);
    as(Name.OWNER_TOKEN).get(organization("/members/" + name(Name.MEMBER))).is(204);
  }

  @Test
  @DisplayName("PUT /orgs/{org}/outside_collaborators/{username} of one who is no member is 403, of one whom nobody "
      + "knows 404 (R101)")
  @Needs({Name.ORGANIZATION, Name.OUTSIDER, Name.OWNER_TOKEN})
  @Writes
  void convertsMembersOnly() {
    put(as(Name.OWNER_TOKEN), organization("/outside_collaborators/" + name(Name.OUTSIDER))).is(403);
    put(as(Name.OWNER_TOKEN), organization("/outside_collaborators/" + NOBODY)).is(404);
    hold(!MembersAnywhereScenarios.has(all(), name(Name.OUTSIDER)), as(Name.OWNER_TOKEN).get(organization(LIST)),
        "no " + name(Name.OUTSIDER));
  }

  @Test
  @DisplayName("PUT /orgs/{org}/outside_collaborators/{username} by who is no owner is refused (R98)")
  @Needs({Name.ORGANIZATION, Name.OUTSIDER, Name.MEMBER_TOKEN})
  @Writes
  void obeysOwnersOnly() {
    expect(put(as(Name.MEMBER_TOKEN), organization("/outside_collaborators/" + name(Name.OUTSIDER))), 403, 404);
  }

  @Test
  @DisplayName("PUT and DELETE /orgs/{org}/outside_collaborators/{username} make a member one of them, and remove "
      + "them (R98, R102)")
  @Needs({Name.ORGANIZATION, Name.MEMBER, Name.MEMBER_TOKEN, Name.OWNER_TOKEN, Name.MAY_CONVERT_MEMBER})
  @Writes
  void convertsAndRemoves() {
    String path = organization("/outside_collaborators/" + name(Name.MEMBER));
    Rejoining.after(this);
    afterwards(() -> {
      if (MembersAnywhereScenarios.has(all(), name(Name.MEMBER))) {
        delete(as(Name.OWNER_TOKEN), path).is(204);
      }
    });
    expect(put(as(Name.OWNER_TOKEN), path), 204, 202);
    as(Name.OWNER_TOKEN).get(organization("/members/" + name(Name.MEMBER))).is(404);
    hold(MembersAnywhereScenarios.has(all(), name(Name.MEMBER)), as(Name.OWNER_TOKEN).get(organization(LIST)),
        name(Name.MEMBER) + " on one of the pages");
    delete(as(Name.OWNER_TOKEN), path).is(204);
    hold(!MembersAnywhereScenarios.has(all(), name(Name.MEMBER)), as(Name.OWNER_TOKEN).get(organization(LIST)),
        "no " + name(Name.MEMBER) + " any more");
  }

  private List<String> all() {
    return logins(as(Name.OWNER_TOKEN), organization(LIST));
  }
}
