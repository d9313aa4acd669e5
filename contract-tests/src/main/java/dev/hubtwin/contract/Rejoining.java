package dev.hubtwin.contract;

/** Brings the member back into the organization: invited by the owner, accepted by the member, public again if that was so. */
final class Rejoining {

  private Rejoining() {}

  /** After a scenario, whatever came of it. */
  static void after(Anywhere scenario) {
    String shown = scenario.organization("/public_members/" + scenario.name(Name.MEMBER));
    boolean wasPublic = scenario.reader().get(shown).status() == 204;
    scenario.afterwards(() -> {
      Calls owner = scenario.as(Name.OWNER_TOKEN);
      String membership = scenario.organization("/memberships/" + scenario.name(Name.MEMBER));
      Answer left = owner.get(membership);
      if (left.status() != 200) {
        Anywhere.put(owner, membership, "{\"role\": \"member\"}").is(200);
      }
      scenario.as(Name.MEMBER_TOKEN).patch("/user/memberships/orgs/" + scenario.name(Name.ORGANIZATION), "{\"state\": \"active\"}").is(200);
      if (wasPublic) {
        Anywhere.put(scenario.as(Name.MEMBER_TOKEN), shown).is(204);
      }
      Answer now = owner.get(membership).is(200);
      Anywhere.hold(now.member("state").equals("active"), now, "an active membership again");
    });
  }
}
