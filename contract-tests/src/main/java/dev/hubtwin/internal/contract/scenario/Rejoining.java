package dev.hubtwin.internal.contract.scenario;

import dev.hubtwin.internal.contract.config.ConfigKey;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;

/**
 * Brings the member back into the organization: invited by the owner, accepted by the member, public again if that was
 * so.
 */
public final class Rejoining {

    private Rejoining() {}

    /** After a scenario, whatever came of it. */
    public static void after(PortableScenarios scenario) {
        String shown = scenario.organization("/public_members/" + scenario.name(ConfigKey.MEMBER));
        boolean wasPublic = scenario.reader().get(shown).status() == 204;
        scenario.afterwards(() -> {
            TestClient owner = scenario.as(ConfigKey.OWNER_TOKEN);
            String membership = scenario.organization("/memberships/" + scenario.name(ConfigKey.MEMBER));
            HttpAnswer left = owner.get(membership);
            if (left.status() != 200) {
                PortableScenarios.put(owner, membership, "{\"role\": \"member\"}")
                        .is(200);
            }
            scenario.as(ConfigKey.MEMBER_TOKEN)
                    .patch("/user/memberships/orgs/" + scenario.name(ConfigKey.ORGANIZATION), "{\"state\": \"active\"}")
                    .is(200);
            if (wasPublic) {
                PortableScenarios.put(scenario.as(ConfigKey.MEMBER_TOKEN), shown)
                        .is(204);
            }
            HttpAnswer now = owner.get(membership).is(200);
            PortableScenarios.hold(now.member("state").equals("active"), now, "an active membership again");
        });
    }
}
