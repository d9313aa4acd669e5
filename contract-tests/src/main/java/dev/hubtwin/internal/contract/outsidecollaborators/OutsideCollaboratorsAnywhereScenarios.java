package dev.hubtwin.internal.contract.outsidecollaborators;

import dev.hubtwin.internal.contract.config.ConfigKey;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.members.MembersAnywhereScenarios;
import dev.hubtwin.internal.contract.scenario.PortableScenarios;
import dev.hubtwin.internal.contract.scenario.Rejoining;
import dev.hubtwin.internal.contract.scenario.Requires;
import dev.hubtwin.internal.contract.scenario.Writes;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Outside collaborators, and members who become some. */
abstract class OutsideCollaboratorsAnywhereScenarios extends PortableScenarios {

    private static final String LIST = "/outside_collaborators?per_page=100";

    @Test
    @DisplayName("GET /orgs/{org}/outside_collaborators lists them, and no members (R96)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.COLLABORATOR, ConfigKey.OWNER, ConfigKey.MEMBER, ConfigKey.OWNER_TOKEN
    })
    void listsThem() {
        HttpAnswer page = as(ConfigKey.OWNER_TOKEN).get(organization(LIST)).is(200);
        List<String> all = all();
        hold(
                MembersAnywhereScenarios.has(all, name(ConfigKey.COLLABORATOR)),
                page,
                name(ConfigKey.COLLABORATOR) + " on one of the pages");
        hold(
                !MembersAnywhereScenarios.has(all, name(ConfigKey.MEMBER))
                        && !MembersAnywhereScenarios.has(all, name(ConfigKey.OWNER)),
                page,
                "no members");
    }

    @Test
    @DisplayName("GET /orgs/{org}/outside_collaborators with filter=2fa_disabled gives some of them, with filter=all "
            + "all (R97)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.OWNER_TOKEN})
    void filters() {
        TestClient owner = as(ConfigKey.OWNER_TOKEN);
        List<String> all = all();
        HttpAnswer some = owner.get(organization(LIST + "&filter=2fa_disabled")).is(200);
        hold(
                all.containsAll(logins(owner, organization(LIST + "&filter=2fa_disabled"))),
                some,
                "none who is not among all of them");
        hold(
                all.equals(logins(owner, organization(LIST + "&filter=all"))),
                owner.get(organization(LIST + "&filter=all")),
                "the same as without filter");
    }

    @Test
    @DisplayName("GET /orgs/{org}/outside_collaborators is not for who does not belong to the organization (R96)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.OUTSIDER_TOKEN})
    void isNotForStrangers() {
        expect(as(ConfigKey.OUTSIDER_TOKEN).get(organization(LIST)), 403, 404);
    }

    @Test
    @DisplayName("DELETE /orgs/{org}/outside_collaborators/{username} of a member is 422 (R103)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.MEMBER, ConfigKey.OWNER_TOKEN})
    @Writes
    void removesNoMember() {
        delete(as(ConfigKey.OWNER_TOKEN), organization("/outside_collaborators/" + name(ConfigKey.MEMBER)))
                .is(422);
        as(ConfigKey.OWNER_TOKEN)
                .get(organization("/members/" + name(ConfigKey.MEMBER)))
                .is(204);
    }

    @Test
    @DisplayName("PUT /orgs/{org}/outside_collaborators/{username} of one who is no member is 403, of one whom nobody "
            + "knows 404 (R101)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.OUTSIDER, ConfigKey.OWNER_TOKEN})
    @Writes
    void convertsMembersOnly() {
        put(as(ConfigKey.OWNER_TOKEN), organization("/outside_collaborators/" + name(ConfigKey.OUTSIDER)))
                .is(403);
        put(as(ConfigKey.OWNER_TOKEN), organization("/outside_collaborators/" + NOBODY))
                .is(404);
        hold(
                !MembersAnywhereScenarios.has(all(), name(ConfigKey.OUTSIDER)),
                as(ConfigKey.OWNER_TOKEN).get(organization(LIST)),
                "no " + name(ConfigKey.OUTSIDER));
    }

    @Test
    @DisplayName("PUT /orgs/{org}/outside_collaborators/{username} by who is no owner is refused (R98)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.OUTSIDER, ConfigKey.MEMBER_TOKEN})
    @Writes
    void obeysOwnersOnly() {
        expect(
                put(as(ConfigKey.MEMBER_TOKEN), organization("/outside_collaborators/" + name(ConfigKey.OUTSIDER))),
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
    @Writes
    void convertsAndRemoves() {
        String path = organization("/outside_collaborators/" + name(ConfigKey.MEMBER));
        Rejoining.after(this);
        afterwards(() -> {
            if (MembersAnywhereScenarios.has(all(), name(ConfigKey.MEMBER))) {
                delete(as(ConfigKey.OWNER_TOKEN), path).is(204);
            }
        });
        expect(put(as(ConfigKey.OWNER_TOKEN), path), 204, 202);
        as(ConfigKey.OWNER_TOKEN)
                .get(organization("/members/" + name(ConfigKey.MEMBER)))
                .is(404);
        hold(
                MembersAnywhereScenarios.has(all(), name(ConfigKey.MEMBER)),
                as(ConfigKey.OWNER_TOKEN).get(organization(LIST)),
                name(ConfigKey.MEMBER) + " on one of the pages");
        delete(as(ConfigKey.OWNER_TOKEN), path).is(204);
        hold(
                !MembersAnywhereScenarios.has(all(), name(ConfigKey.MEMBER)),
                as(ConfigKey.OWNER_TOKEN).get(organization(LIST)),
                "no " + name(ConfigKey.MEMBER) + " any more");
    }

    private List<String> all() {
        return logins(as(ConfigKey.OWNER_TOKEN), organization(LIST));
    }
}
