package dev.hubtwin.internal.contract.memberships;

import static dev.hubtwin.internal.contract.scenario.Checks.has;
import static dev.hubtwin.internal.contract.scenario.Checks.hold;
import static dev.hubtwin.internal.contract.scenario.ServerUnderTest.NOBODY;
import static dev.hubtwin.internal.contract.scenario.ServerUnderTest.deleteIfPresent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.ConfigKey;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
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

/** Roles and invitations: others' and one's own. */
@PortableScenarios
@Reads(WorldPart.PEOPLE)
abstract class PortableMembershipsScenarios {

    private static final String OWN = "/user/memberships/orgs";

    private final ServerUnderTest server;

    PortableMembershipsScenarios(ServerUnderTest server) {
        this.server = server;
    }

    @Test
    @DisplayName(
            "GET /orgs/{org}/memberships/{username} tells role and state: an owner is admin, a member member (R75)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.OWNER, ConfigKey.MEMBER, ConfigKey.OWNER_TOKEN})
    void tellsRoles() {
        holds(membership(ConfigKey.OWNER).is(200), "active", "admin");
        holds(membership(ConfigKey.MEMBER).is(200), "active", "member");
    }

    @Test
    @DisplayName("GET /orgs/{org}/memberships/{username} of somebody who is invited is pending (R75, R77)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.PENDING, ConfigKey.OWNER_TOKEN})
    void tellsOfInvitations() {
        HttpAnswer answer = membership(ConfigKey.PENDING).is(200);
        hold(answer.member("state").equals("pending"), answer, "the state pending");
        server.as(ConfigKey.OWNER_TOKEN)
                .get(server.organization("/members/" + server.name(ConfigKey.PENDING)))
                .is(404);
    }

    @Test
    @DisplayName("GET /orgs/{org}/memberships/{username} of somebody who has no membership is 404 (R75)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.OUTSIDER, ConfigKey.OWNER_TOKEN})
    void knowsWhoHasNone() {
        membership(ConfigKey.OUTSIDER).is(404);
        server.as(ConfigKey.OWNER_TOKEN)
                .get(server.organization("/memberships/" + NOBODY))
                .is(404);
    }

    @Test
    @DisplayName("GET /orgs/{org}/memberships/{username} by somebody who is not a member is 403 (R74)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.MEMBER, ConfigKey.OUTSIDER_TOKEN})
    void tellsMembersOnly() {
        server.as(ConfigKey.OUTSIDER_TOKEN)
                .get(server.organization("/memberships/" + server.name(ConfigKey.MEMBER)))
                .is(403);
    }

    @Test
    @DisplayName("PUT /orgs/{org}/memberships/{username} invites, changes the role offered, and DELETE "
            + "/orgs/{org}/memberships/{username} cancels (R77, R78, R83, R86)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.INVITEE, ConfigKey.OWNER_TOKEN})
    @Writes(WorldPart.PEOPLE)
    void invitesAndCancels() {
        TestClient owner = server.as(ConfigKey.OWNER_TOKEN);
        String path = server.organization("/memberships/" + server.name(ConfigKey.INVITEE));
        owner.get(path).is(404);
        server.afterwards(() -> deleteIfPresent(server.as(ConfigKey.OWNER_TOKEN), path));
        holds(owner.put(path).is(200), "pending", "member");
        holds(owner.get(path).is(200), "pending", "member");
        owner.get(server.organization("/members/" + server.name(ConfigKey.INVITEE)))
                .is(404);
        holds(owner.put(path, "{\"role\": \"admin\"}").is(200), "pending", "admin");
        holds(owner.get(path).is(200), "pending", "admin");
        owner.delete(path).is(204);
        owner.get(path).is(404);
        owner.delete(path).is(404);
    }

    @ParameterizedTest(name = "{0}", quoteTextArguments = false)
    @ValueSource(strings = {"{\"role\": \"king\"}", "{\"role\": 7}"})
    @DisplayName("PUT /orgs/{org}/memberships/{username} with an unknown role is 422, and nobody is invited (R83)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.INVITEE, ConfigKey.OWNER_TOKEN})
    @Writes(WorldPart.PEOPLE)
    void refusesOtherRoles(String body) {
        String path = server.organization("/memberships/" + server.name(ConfigKey.INVITEE));
        server.afterwards(() -> deleteIfPresent(server.as(ConfigKey.OWNER_TOKEN), path));
        server.as(ConfigKey.OWNER_TOKEN).put(path, body).is(422);
        server.as(ConfigKey.OWNER_TOKEN).get(path).is(404);
    }

    @ParameterizedTest(name = "{0}", quoteTextArguments = false)
    @CsvSource({"MEMBER_TOKEN", "OUTSIDER_TOKEN"})
    @DisplayName(
            "PUT and DELETE /orgs/{org}/memberships/{username} by somebody who is not an owner are 403 (R76, " + "R84)")
    @Requires({
        ConfigKey.ORGANIZATION,
        ConfigKey.INVITEE,
        ConfigKey.OWNER_TOKEN,
        ConfigKey.MEMBER_TOKEN,
        ConfigKey.OUTSIDER_TOKEN
    })
    @Writes(WorldPart.PEOPLE)
    void obeysOwnersOnly(ConfigKey token) {
        String path = server.organization("/memberships/" + server.name(ConfigKey.INVITEE));
        server.afterwards(() -> deleteIfPresent(server.as(ConfigKey.OWNER_TOKEN), path));
        server.as(token).put(path).is(403);
        server.as(ConfigKey.OWNER_TOKEN).get(path).is(404);
        server.expect(server.as(token).delete(path), 403, 404);
    }

    @Test
    @DisplayName("PUT /orgs/{org}/memberships/{username} of an organization's login is 422, and says why (recorded)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.OWNER_TOKEN})
    @Writes(WorldPart.PEOPLE)
    void invitesNoOrganizations() {
        HttpAnswer refused = server.as(ConfigKey.OWNER_TOKEN)
                .put(server.organization("/memberships/" + server.name(ConfigKey.ORGANIZATION)));
        server.expect(refused, 422, 404);
        server.byConvention(() -> hold(
                refused.message().equals("Members must be users, not organizations."),
                refused,
                "the message that members must be users, not organizations"));
    }

    @Test
    @DisplayName("PUT /orgs/{org}/memberships/{username} makes a member an owner and a member again (R78)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.MEMBER, ConfigKey.OWNER_TOKEN})
    @Writes(WorldPart.PEOPLE)
    void changesRoles() {
        String path = server.organization("/memberships/" + server.name(ConfigKey.MEMBER));
        server.afterwards(() -> role(path, "member"));
        role(path, "admin");
        HttpAnswer owners = server.as(ConfigKey.OWNER_TOKEN)
                .get(server.organization("/members?per_page=100&role=admin"))
                .is(200);
        hold(
                has(
                        server.as(ConfigKey.OWNER_TOKEN)
                                .allLogins(server.organization("/members?per_page=100&role=admin")),
                        server.name(ConfigKey.MEMBER)),
                owners,
                server.name(ConfigKey.MEMBER) + " among the owners");
        role(path, "member");
    }

    private void role(String path, String role) {
        holds(
                server.as(ConfigKey.OWNER_TOKEN)
                        .put(path, "{\"role\": \"" + role + "\"}")
                        .is(200),
                "active",
                role);
        holds(server.as(ConfigKey.OWNER_TOKEN).get(path).is(200), "active", role);
    }

    @Test
    @DisplayName("GET /user/memberships/orgs lists one's own, and by state (R93)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.MEMBER_TOKEN})
    void listsOwn() {
        hold(
                states(ConfigKey.MEMBER_TOKEN, "").contains("active"),
                own(ConfigKey.MEMBER_TOKEN, ""),
                "an active one of " + server.name(ConfigKey.ORGANIZATION));
        hold(
                states(ConfigKey.MEMBER_TOKEN, "&state=active").contains("active"),
                own(ConfigKey.MEMBER_TOKEN, "state=active"),
                "the same");
        hold(
                states(ConfigKey.MEMBER_TOKEN, "&state=pending").isEmpty(),
                own(ConfigKey.MEMBER_TOKEN, "state=pending"),
                "none of " + server.name(ConfigKey.ORGANIZATION));
    }

    @Test
    @DisplayName("GET /user/memberships/orgs lists an invitation as pending (R93)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.PENDING_TOKEN})
    void listsInvitations() {
        hold(
                states(ConfigKey.PENDING_TOKEN, "").equals(List.of("pending")),
                own(ConfigKey.PENDING_TOKEN, ""),
                "a pending one of " + server.name(ConfigKey.ORGANIZATION));
        hold(
                states(ConfigKey.PENDING_TOKEN, "&state=active").isEmpty(),
                own(ConfigKey.PENDING_TOKEN, "state=active"),
                "none of " + server.name(ConfigKey.ORGANIZATION));
    }

    private HttpAnswer own(ConfigKey token, String query) {
        return server.as(token).get(OWN + "?" + query);
    }

    /** The states of the memberships in the organization, on all pages. */
    private List<String> states(ConfigKey token, String query) {
        return server.as(token).pages(OWN + "?per_page=100" + query).stream()
                .flatMap(page -> page.json().valueStream())
                .filter(one ->
                        one.at("/organization/login").asText().equalsIgnoreCase(server.name(ConfigKey.ORGANIZATION)))
                .map(one -> one.path("state").asText())
                .toList();
    }

    @Test
    @DisplayName("GET /user/memberships/orgs with another state is 422 (R93)")
    @Requires(ConfigKey.MEMBER_TOKEN)
    void refusesOtherStates() {
        own(ConfigKey.MEMBER_TOKEN, "state=dormant").is(422);
    }

    @Test
    @DisplayName("GET /user/memberships/orgs/{org} gives the caller's own membership; without one it is 404 (R94)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.MEMBER, ConfigKey.MEMBER_TOKEN, ConfigKey.OUTSIDER_TOKEN})
    void tellsOwn() {
        HttpAnswer answer = server.as(ConfigKey.MEMBER_TOKEN)
                .get(OWN + "/" + server.name(ConfigKey.ORGANIZATION))
                .is(200);
        holds(answer, "active", "member");
        JsonNode user = answer.json().path("user");
        hold(
                user.path("login").asText().equalsIgnoreCase(server.name(ConfigKey.MEMBER)),
                answer,
                "the user " + server.name(ConfigKey.MEMBER));
        server.as(ConfigKey.OUTSIDER_TOKEN)
                .get(OWN + "/" + server.name(ConfigKey.ORGANIZATION))
                .is(404);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {"{\"state\": \"active\"} | 200", "{\"state\": \"pending\"} | 422", "{} | 422"})
    @DisplayName("PATCH /user/memberships/orgs/{org} takes \"active\" only, of who is active already too (R95)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.MEMBER_TOKEN})
    @Writes(WorldPart.PEOPLE)
    void acceptsOnly(String body, int status) {
        server.as(ConfigKey.MEMBER_TOKEN)
                .patch(OWN + "/" + server.name(ConfigKey.ORGANIZATION), body)
                .is(status);
        holds(
                server.as(ConfigKey.MEMBER_TOKEN)
                        .get(OWN + "/" + server.name(ConfigKey.ORGANIZATION))
                        .is(200),
                "active",
                "member");
    }

    @Test
    @DisplayName("PATCH /user/memberships/orgs/{org} by somebody without a membership is 404 (R95)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.OUTSIDER_TOKEN})
    @Writes(WorldPart.PEOPLE)
    void acceptsNoInvitationThatThereIsNot() {
        server.as(ConfigKey.OUTSIDER_TOKEN)
                .patch(OWN + "/" + server.name(ConfigKey.ORGANIZATION), "{\"state\": \"active\"}")
                .is(404);
    }

    private HttpAnswer membership(ConfigKey user) {
        return server.as(ConfigKey.OWNER_TOKEN).get(server.organization("/memberships/" + server.name(user)));
    }

    private static void holds(HttpAnswer answer, String state, String role) {
        hold(
                answer.member("state").equals(state) && answer.member("role").equals(role),
                answer,
                "the state " + state + " and the role " + role);
    }
}
