package dev.hubtwin.internal.contract.scenario;

import dev.hubtwin.internal.contract.config.ConfigKey;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;

/**
 * Brings the member back into the organization: invited by the owner, accepted by the member, and public again if the
 * membership was public.
 */
public final class MemberRestoration {

    private MemberRestoration() {}

    /** Has the member brought back after the scenario, whatever comes of it. */
    public static void after(ServerUnderTest server) {
        String shown = server.organization("/public_members/" + server.name(ConfigKey.MEMBER));
        boolean wasPublic = server.reader().get(shown).status() == 204;
        server.afterwards(() -> {
            TestClient owner = server.as(ConfigKey.OWNER_TOKEN);
            TestClient member = server.as(ConfigKey.MEMBER_TOKEN);
            String membership = server.organization("/memberships/" + server.name(ConfigKey.MEMBER));
            if (owner.get(membership).status() != 200) {
                owner.put(membership, "{\"role\": \"member\"}").is(200);
            }
            member.patch("/user/memberships/orgs/" + server.name(ConfigKey.ORGANIZATION), "{\"state\": \"active\"}")
                    .is(200);
            if (wasPublic) {
                member.put(shown).is(204);
            }
            HttpAnswer now = owner.get(membership).is(200);
            Checks.hold(now.member("state").equals("active"), now, "an active membership again");
        });
    }
}
