package dev.hubtwin.internal.contract.outsidecollaborators;

import static dev.hubtwin.internal.contract.scenario.Checks.has;
import static dev.hubtwin.internal.contract.scenario.Checks.hold;
import static dev.hubtwin.internal.contract.scenario.ServerUnderTest.NOBODY;

import dev.hubtwin.internal.contract.config.ConfigKey;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.scenario.MemberRestoration;
import dev.hubtwin.internal.contract.scenario.PortableScenarios;
import dev.hubtwin.internal.contract.scenario.Reads;
import dev.hubtwin.internal.contract.scenario.Requires;
import dev.hubtwin.internal.contract.scenario.ServerUnderTest;
import dev.hubtwin.internal.contract.scenario.WorldPart;
import dev.hubtwin.internal.contract.scenario.Writes;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Outside collaborators, and members who become some. */
@PortableScenarios
@Reads(WorldPart.PEOPLE)
abstract class PortableOutsideCollaboratorsScenarios {

    private static final String LIST = "/outside_collaborators?per_page=100";

    private final ServerUnderTest server;

    PortableOutsideCollaboratorsScenarios(ServerUnderTest server) {
        this.server = server;
    }

    @Test
    @DisplayName("GET /orgs/{org}/outside_collaborators lists them, and no members (R96)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.COLLABORATOR, ConfigKey.OWNER, ConfigKey.MEMBER, ConfigKey.OWNER_TOKEN
    })
    void listsThem() {
        HttpAnswer page =
                server.as(ConfigKey.OWNER_TOKEN).get(server.organization(LIST)).is(200);
        List<String> all = all();
        hold(
                has(all, server.name(ConfigKey.COLLABORATOR)),
                page,
                server.name(ConfigKey.COLLABORATOR) + " on one of the pages");
        hold(!has(all, server.name(ConfigKey.MEMBER)) && !has(all, server.name(ConfigKey.OWNER)), page, "no members");
    }

    @Test
    @DisplayName("GET /orgs/{org}/outside_collaborators with filter=2fa_disabled gives some of them, with filter=all "
            + "all (R97)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.OWNER_TOKEN})
    void filters() {
        TestClient owner = server.as(ConfigKey.OWNER_TOKEN);
        List<String> all = all();
        HttpAnswer some =
                owner.get(server.organization(LIST + "&filter=2fa_disabled")).is(200);
        hold(
                all.containsAll(owner.allLogins(server.organization(LIST + "&filter=2fa_disabled"))),
                some,
                "none who is not among all of them");
        hold(
                all.equals(owner.allLogins(server.organization(LIST + "&filter=all"))),
                owner.get(server.organization(LIST + "&filter=all")),
                "the same as without filter");
    }

    @Test
    @DisplayName("GET /orgs/{org}/outside_collaborators is not for who does not belong to the organization (R96)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.OUTSIDER_TOKEN})
    void isNotForStrangers() {
        server.expect(server.as(ConfigKey.OUTSIDER_TOKEN).get(server.organization(LIST)), 403, 404);
    }

    @Test
    @DisplayName("DELETE /orgs/{org}/outside_collaborators/{username} of a member is 422 (R103)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.MEMBER, ConfigKey.OWNER_TOKEN})
    @Writes(WorldPart.PEOPLE)
    void removesNoMember() {
        server.as(ConfigKey.OWNER_TOKEN)
                .delete(server.organization("/outside_collaborators/" + server.name(ConfigKey.MEMBER)))
                .is(422);
        server.as(ConfigKey.OWNER_TOKEN)
                .get(server.organization("/members/" + server.name(ConfigKey.MEMBER)))
                .is(204);
    }

    @Test
    @DisplayName("PUT /orgs/{org}/outside_collaborators/{username} of somebody who is not a member is 403, of an "
            + "unknown login 404 (R101)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.OUTSIDER, ConfigKey.OWNER_TOKEN})
    @Writes(WorldPart.PEOPLE)
    void convertsMembersOnly() {
        server.as(ConfigKey.OWNER_TOKEN)
                .put(server.organization("/outside_collaborators/" + server.name(ConfigKey.OUTSIDER)))
                .is(403);
        server.as(ConfigKey.OWNER_TOKEN)
                .put(server.organization("/outside_collaborators/" + NOBODY))
                .is(404);
        hold(
                !has(all(), server.name(ConfigKey.OUTSIDER)),
                server.as(ConfigKey.OWNER_TOKEN).get(server.organization(LIST)),
                "no " + server.name(ConfigKey.OUTSIDER));
    }

    @Test
    @DisplayName(
            "PUT /orgs/{org}/outside_collaborators/{username} by somebody who is not an owner is refused " + "(R98)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.OUTSIDER, ConfigKey.MEMBER_TOKEN})
    @Writes(WorldPart.PEOPLE)
    void obeysOwnersOnly() {
        server.expect(
                server.as(ConfigKey.MEMBER_TOKEN)
                        .put(server.organization("/outside_collaborators/" + server.name(ConfigKey.OUTSIDER))),
                403,
                404);
    }

    @Test
    @DisplayName("PUT and DELETE /orgs/{org}/outside_collaborators/{username} make a member one of them, and remove "
            + "them (R98, R102)")
    @Requires({
        ConfigKey.ORGANIZATION,
        ConfigKey.MEMBER,
        ConfigKey.MEMBER_TOKEN,
        ConfigKey.OWNER_TOKEN,
        ConfigKey.MAY_CONVERT_MEMBER
    })
    @Writes(WorldPart.PEOPLE)
    void convertsAndRemoves() {
        String path = server.organization("/outside_collaborators/" + server.name(ConfigKey.MEMBER));
        MemberRestoration.after(server);
        server.afterwards(() -> {
            if (has(all(), server.name(ConfigKey.MEMBER))) {
                server.as(ConfigKey.OWNER_TOKEN).delete(path).is(204);
            }
        });
        server.expect(server.as(ConfigKey.OWNER_TOKEN).put(path), 204, 202);
        server.as(ConfigKey.OWNER_TOKEN)
                .get(server.organization("/members/" + server.name(ConfigKey.MEMBER)))
                .is(404);
        hold(
                has(all(), server.name(ConfigKey.MEMBER)),
                server.as(ConfigKey.OWNER_TOKEN).get(server.organization(LIST)),
                server.name(ConfigKey.MEMBER) + " on one of the pages");
        server.as(ConfigKey.OWNER_TOKEN).delete(path).is(204);
        hold(
                !has(all(), server.name(ConfigKey.MEMBER)),
                server.as(ConfigKey.OWNER_TOKEN).get(server.organization(LIST)),
                "no " + server.name(ConfigKey.MEMBER) + " any more");
    }

    private List<String> all() {
        return server.as(ConfigKey.OWNER_TOKEN).allLogins(server.organization(LIST));
    }
}
