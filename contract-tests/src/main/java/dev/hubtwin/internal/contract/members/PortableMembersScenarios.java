package dev.hubtwin.internal.contract.members;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who the members are, who sees them, who shows that they are. */
@PortableScenarios
@Reads(WorldPart.PEOPLE)
public abstract class PortableMembersScenarios {

    private final ServerUnderTest server;

    protected PortableMembersScenarios(ServerUnderTest server) {
        this.server = server;
    }

    @Test
    @DisplayName("GET /orgs/{org}/public_members lists to a stranger whom GET /orgs/{org}/public_members/{username} "
            + "answers with 204 (R88, R89)")
    void listsThePublic() {
        String path = "/orgs/" + server.anOrganization() + "/public_members";
        for (String login : server.reader().get(path + "?per_page=3").is(200).logins()) {
            server.reader().get(path + "/" + login).is(204);
        }
        server.reader().get(path + "/" + NOBODY).is(404);
    }

    @Test
    @DisplayName("GET /orgs/{org}/members sends a stranger to the public members, 302; GET "
            + "/orgs/{org}/members/{username} too (R63, R70)")
    void redirectsStrangers() {
        String path = "/orgs/" + server.anOrganization();
        HttpAnswer list = server.expect(server.anonymous().get(path + "/members"), 302, 200, 401);
        if (list.status() == 302) {
            hold(
                    String.valueOf(list.header("Location")).matches(".*/public_members(\\?.*)?"),
                    list,
                    "a Location that ends in /public_members");
        }
        HttpAnswer one = server.expect(server.anonymous().get(path + "/members/" + NOBODY), 302, 404, 401);
        if (one.status() == 302) {
            hold(
                    String.valueOf(one.header("Location")).endsWith("/public_members/" + NOBODY),
                    one,
                    "a Location that ends in /public_members/" + NOBODY);
        }
    }

    @Test
    @DisplayName("GET /orgs/{org}/members lists the concealed members too for a member, and nobody who is only "
            + "invited (R62, R77)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.OWNER, ConfigKey.MEMBER, ConfigKey.MEMBER_TOKEN, ConfigKey.OUTSIDER})
    void listsAllToMembers() {
        HttpAnswer page = server.as(ConfigKey.MEMBER_TOKEN)
                .get(server.organization("/members?per_page=100"))
                .is(200);
        List<String> members =
                server.as(ConfigKey.MEMBER_TOKEN).allLogins(server.organization("/members?per_page=100"));
        hold(
                has(members, server.name(ConfigKey.OWNER)) && has(members, server.name(ConfigKey.MEMBER)),
                page,
                "the owner and the member on one of the pages");
        hold(!has(members, server.name(ConfigKey.OUTSIDER)), page, "no outsider on any page");
        server.target()
                .config()
                .find(ConfigKey.PENDING)
                .ifPresent(login -> hold(!has(members, login), page, "nobody on any page who is only invited"));
        List<String> shown = server.reader().allLogins(server.organization("/public_members?per_page=100"));
        hold(members.containsAll(shown), page, "all the public members among the members: " + shown);
    }

    @Test
    @DisplayName("GET /orgs/{org}/members by role lists owners (admin), others (member) or all, which is the default, "
            + "as it is of filter (R65, R66)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.OWNER, ConfigKey.MEMBER, ConfigKey.MEMBER_TOKEN})
    void filtersByRole() {
        TestClient member = server.as(ConfigKey.MEMBER_TOKEN);
        List<String> owners = member.allLogins(server.organization("/members?per_page=100&role=admin"));
        List<String> others = member.allLogins(server.organization("/members?per_page=100&role=member"));
        List<String> all = member.allLogins(server.organization("/members?per_page=100"));
        HttpAnswer page = member.get(server.organization("/members?per_page=100&role=admin"))
                .is(200);
        hold(
                has(owners, server.name(ConfigKey.OWNER)) && !has(owners, server.name(ConfigKey.MEMBER)),
                page,
                "the owner and not the member");
        hold(
                has(others, server.name(ConfigKey.MEMBER)) && !has(others, server.name(ConfigKey.OWNER)),
                member.get(server.organization("/members?per_page=100&role=member")),
                "the member and not the owner");
        hold(owners.size() + others.size() == all.size(), page, "owners and others to make up all " + all.size());
        hold(
                member.allLogins(server.organization("/members?per_page=100&role=all"))
                        .equals(all),
                member.get(server.organization("/members?per_page=100&role=all")),
                "the same as without role");
        hold(
                member.allLogins(server.organization("/members?per_page=100&filter=all"))
                        .equals(all),
                member.get(server.organization("/members?per_page=100&filter=all")),
                "the same as without filter (R65)");
    }

    @ParameterizedTest(name = "{0}", quoteTextArguments = false)
    @ValueSource(strings = {"filter=most", "role=king"})
    @DisplayName("GET /orgs/{org}/members with an unknown filter or role is 422 (R67)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.OWNER_TOKEN})
    void refusesOtherFilters(String query) {
        server.as(ConfigKey.OWNER_TOKEN)
                .get(server.organization("/members?" + query))
                .is(422);
    }

    @Test
    @DisplayName("GET /orgs/{org}/members with filter=2fa_disabled is for owners; a member is told so with 422 (R64)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.OWNER_TOKEN, ConfigKey.MEMBER_TOKEN})
    void keepsTheFilterForOwners() {
        server.as(ConfigKey.OWNER_TOKEN)
                .get(server.organization("/members?filter=2fa_disabled"))
                .is(200);
        server.as(ConfigKey.MEMBER_TOKEN)
                .get(server.organization("/members?filter=2fa_disabled"))
                .is(422);
    }

    @Test
    @DisplayName("GET /orgs/{org}/members with per_page=1 leads from page to page to all of them (R38)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.OWNER, ConfigKey.MEMBER, ConfigKey.MEMBER_TOKEN})
    void leadsFromPageToPage() {
        HttpAnswer first = server.as(ConfigKey.MEMBER_TOKEN)
                .get(server.organization("/members?per_page=1"))
                .is(200);
        hold(first.json().size() == 1, first, "one member");
        hold(first.links().containsKey("next"), first, "a Link with rel=\"next\", for there are more");
        HttpAnswer second =
                server.as(ConfigKey.MEMBER_TOKEN).get(first.links().get("next")).is(200);
        hold(
                second.json().size() == 1 && !second.logins().equals(first.logins()),
                second,
                "another member than " + first.logins());
    }

    @Test
    @DisplayName("GET /orgs/{org}/members/{username} asked by a member is 204 for a member and 404 for another (R68, "
            + "R69, R71)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.OWNER, ConfigKey.MEMBER, ConfigKey.OUTSIDER, ConfigKey.MEMBER_TOKEN})
    void checksMembers() {
        TestClient member = server.as(ConfigKey.MEMBER_TOKEN);
        member.get(server.organization("/members/" + server.name(ConfigKey.OWNER)))
                .is(204);
        member.get(server.organization("/members/" + server.name(ConfigKey.MEMBER)))
                .is(204);
        member.get(server.organization("/members/" + server.name(ConfigKey.OUTSIDER)))
                .is(404);
        member.get(server.organization("/members/" + NOBODY)).is(404);
    }

    @Test
    @DisplayName("PUT and DELETE /orgs/{org}/public_members/{username} show and hide one's own membership (R90, R91, "
            + "R92)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.MEMBER, ConfigKey.MEMBER_TOKEN})
    @Writes(WorldPart.PEOPLE)
    void showsAndHidesOneself() {
        String path = server.organization("/public_members/" + server.name(ConfigKey.MEMBER));
        boolean wasPublic = server.reader().get(path).status() == 204;
        server.afterwards(() -> publicize(path, wasPublic));
        publicize(path, !wasPublic);
        publicize(path, wasPublic);
        publicize(path, wasPublic);
    }

    private void publicize(String path, boolean show) {
        HttpAnswer answer = show
                ? server.as(ConfigKey.MEMBER_TOKEN).put(path)
                : server.as(ConfigKey.MEMBER_TOKEN).delete(path);
        answer.is(204);
        server.reader().get(path).is(show ? 204 : 404);
        List<String> shown = server.reader().allLogins(server.organization("/public_members?per_page=100"));
        hold(
                has(shown, server.name(ConfigKey.MEMBER)) == show,
                answer,
                server.name(ConfigKey.MEMBER) + (show ? " to be" : " not to be") + " among the public members "
                        + shown);
    }

    @ParameterizedTest(name = "{0}", quoteTextArguments = false)
    @CsvSource({"PUT", "DELETE"})
    @DisplayName(
            "PUT and DELETE /orgs/{org}/public_members/{username} of somebody else are 403, even to an owner (R90, "
                    + "R92)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.MEMBER, ConfigKey.MEMBER_TOKEN, ConfigKey.OWNER_TOKEN})
    @Writes(WorldPart.PEOPLE)
    void nobodyShowsOthers(String method) {
        String path = server.organization("/public_members/" + server.name(ConfigKey.MEMBER));
        int before = server.reader().get(path).status();
        server.afterwards(() -> publicize(path, before == 204));
        HttpAnswer answer = server.as(ConfigKey.OWNER_TOKEN).send(method, path, "");
        server.expect(answer, 403, 404);
        server.reader().get(path).is(before);
    }

    @Test
    @DisplayName("DELETE /orgs/{org}/members/{username} by a member who is not an owner is 403 (R73)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.OUTSIDER, ConfigKey.MEMBER_TOKEN})
    @Writes(WorldPart.PEOPLE)
    void membersRemoveNobody() {
        server.expect(
                server.as(ConfigKey.MEMBER_TOKEN)
                        .delete(server.organization("/members/" + server.name(ConfigKey.OUTSIDER))),
                403,
                404);
    }

    @Test
    @DisplayName("DELETE /orgs/{org}/members/{username} of somebody who is not a member is 404 (R72)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.OUTSIDER, ConfigKey.OWNER_TOKEN})
    @Writes(WorldPart.PEOPLE)
    void removesNobodyWhoIsNoMember() {
        server.expect(
                server.as(ConfigKey.OWNER_TOKEN)
                        .delete(server.organization("/members/" + server.name(ConfigKey.OUTSIDER))),
                404,
                204);
    }

    @Test
    @DisplayName("DELETE /orgs/{org}/members/{username} removes a member: gone from the list, 404 as member and in "
            + "memberships (R72)")
    @Requires({
        ConfigKey.ORGANIZATION,
        ConfigKey.MEMBER,
        ConfigKey.MEMBER_TOKEN,
        ConfigKey.OWNER_TOKEN,
        ConfigKey.MAY_REMOVE_MEMBER
    })
    @Writes(WorldPart.PEOPLE)
    void removesMembers() {
        MemberRestoration.after(server);
        server.as(ConfigKey.OWNER_TOKEN)
                .delete(server.organization("/members/" + server.name(ConfigKey.MEMBER)))
                .is(204);
        server.as(ConfigKey.OWNER_TOKEN)
                .get(server.organization("/members/" + server.name(ConfigKey.MEMBER)))
                .is(404);
        server.as(ConfigKey.OWNER_TOKEN)
                .get(server.organization("/memberships/" + server.name(ConfigKey.MEMBER)))
                .is(404);
        server.as(ConfigKey.MEMBER_TOKEN)
                .get("/user/memberships/orgs/" + server.name(ConfigKey.ORGANIZATION))
                .is(404);
        HttpAnswer list = server.as(ConfigKey.OWNER_TOKEN)
                .get(server.organization("/members?per_page=100"))
                .is(200);
        hold(
                !has(
                        server.as(ConfigKey.OWNER_TOKEN).allLogins(server.organization("/members?per_page=100")),
                        server.name(ConfigKey.MEMBER)),
                list,
                "no " + server.name(ConfigKey.MEMBER) + " on any page");
    }
}
