package dev.hubtwin.internal.contract.memberships;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import dev.hubtwin.internal.contract.scenario.PeopleSteps;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many invitations a user may send in 24 hours (R81, R82, decisions). */
@FixtureScenarios
abstract class InvitationLimitsScenarios {

    private static final String NOW = "2030-01-31T12:00:00Z";
    private static final String YOUNG = "2030-01-20T00:00:00Z";
    private static final String OLD = "2030-01-01T11:00:00Z";

    private final Fixture fixture;
    private final PeopleSteps people;

    InvitationLimitsScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.people = new PeopleSteps(fixture);
    }

    @BeforeEach
    void begin() {
        fixture.restoreAfterwards();
    }

    @ParameterizedTest
    @CsvSource({YOUNG + ", free, 50", YOUNG + ", team, 500", OLD + ", free, 500", OLD + ", enterprise, 500"})
    @DisplayName("PUT /orgs/{org}/memberships/{username} sends 50 invitations in 24 hours, or 500 where the "
            + "organization is old or pays; one more is 422 and changes nothing (R81, R82)")
    void endsAtTheLimit(String created, String plan, int limit) {
        sent("sprout", created, plan, "anna", limit - 1, "2030-01-31T11:00:00Z");
        invite(FixtureIdentity.ANNA, "sprout", "hank").is(200);
        JsonNode before = fixture.organization("sprout");
        HttpAnswer refusal = invite(FixtureIdentity.ANNA, "sprout", "dana").is(422);
        assertFalse(refusal.message().isEmpty());
        assertEquals(before, fixture.organization("sprout"));
        fixture.as(FixtureIdentity.ANNA).get("/orgs/sprout/memberships/dana").is(404);
    }

    @ParameterizedTest
    @CsvSource({"2030-01-30T11:59:59Z, 200", "2030-01-30T12:00:00Z, 200", "2030-01-30T12:00:01Z, 422"})
    @DisplayName("PUT /orgs/{org}/memberships/{username} counts an invitation for 24 hours and no longer (R81)")
    void rolls(String at, int status) {
        sent("sprout", YOUNG, "free", "anna", 50, at);
        invite(FixtureIdentity.ANNA, "sprout", "hank").is(status);
    }

    @Test
    @DisplayName("PUT /orgs/{org}/memberships/{username} sends another when the first of them is a day old (R81)")
    void goesOn() {
        sent("sprout", YOUNG, "free", "anna", 49, "2030-01-31T11:00:00Z");
        invite(FixtureIdentity.ANNA, "sprout", "hank").is(200);
        invite(FixtureIdentity.ANNA, "sprout", "dana").is(422);
        fixture.clock("2030-02-01T11:00:00Z");
        invite(FixtureIdentity.ANNA, "sprout", "dana").is(200);
    }

    @Test
    @DisplayName("PUT /orgs/{org}/memberships/{username} counts cancelled invitations, and those that were accepted "
            + "(decisions)")
    void countsCancelledOnes() {
        sent("sprout", YOUNG, "free", "anna", 48, "2030-01-31T11:00:00Z");
        invite(FixtureIdentity.ANNA, "sprout", "hank").is(200);
        fixture.as(FixtureIdentity.ANNA).delete("/orgs/sprout/memberships/hank").is(204);
        invite(FixtureIdentity.ANNA, "sprout", "edda").is(200);
        people.accept(FixtureIdentity.EDDA, "sprout").is(200);
        invite(FixtureIdentity.ANNA, "sprout", "hank").is(422);
    }

    @Test
    @DisplayName("PUT /orgs/{org}/memberships/{username} counts no role changes or repeated invitations, and does them "
            + "beyond the limit too (decisions)")
    void countsNoRoleChanges() {
        sent("sprout", YOUNG, "free", "anna", 49, "2030-01-31T11:00:00Z");
        invite(FixtureIdentity.ANNA, "sprout", "hank").is(200);
        for (String role : List.of("admin", "member", "member", "admin")) {
            assertEquals(
                    role,
                    fixture.as(FixtureIdentity.ANNA)
                            .put("/orgs/sprout/memberships/hank", "{\"role\": \"" + role + "\"}")
                            .is(200)
                            .member("role"));
            fixture.as(FixtureIdentity.ANNA)
                    .put("/orgs/sprout/memberships/cleo", "{\"role\": \"" + role + "\"}")
                    .is(200);
        }
        invite(FixtureIdentity.ANNA, "sprout", "dana").is(422);
    }

    @Test
    @DisplayName("PUT /orgs/{org}/memberships/{username} has a count for each inviting user (decisions)")
    void countsByUser() {
        sent("sprout", YOUNG, "free", "anna", 50, "2030-01-31T11:00:00Z");
        fixture.as(FixtureIdentity.ANNA)
                .put("/orgs/sprout/memberships/cleo", "{\"role\": \"admin\"}")
                .is(200);
        invite(FixtureIdentity.ANNA, "sprout", "hank").is(422);
        invite(FixtureIdentity.CLEO, "sprout", "hank").is(200);
    }

    @Test
    @DisplayName("PUT /orgs/{org}/memberships/{username} counts a user's invitations into all organizations; each has "
            + "its own ceiling (decisions)")
    void countsEverywhere() {
        sent("sprout", YOUNG, "free", "cleo", 0, NOW);
        fixture.merge("{\"organizations\": [{\"login\": \"harbor\", \"invitations_sent\": "
                + sentBy("anna", 50, "2030-01-31T11:00:00Z") + "}]}");
        invite(FixtureIdentity.ANNA, "sprout", "hank").is(422);
        invite(FixtureIdentity.ANNA, "harbor", "hank").is(200);
    }

    private HttpAnswer invite(FixtureIdentity who, String organization, String login) {
        return fixture.as(who).put("/orgs/" + organization + "/memberships/" + login);
    }

    /** Makes an organization of anna and cleo, for which somebody has invited so often, and the clock stand. */
    private void sent(String login, String created, String plan, String by, int count, String at) {
        ObjectNode organization =
                JsonNodeFactory.instance.objectNode().put("login", login).put("created_at", created);
        organization.putObject("plan").put("name", plan);
        organization
                .putArray("members")
                .add(JsonNodeFactory.instance.objectNode().put("login", "anna").put("role", "admin"))
                .add(JsonNodeFactory.instance.objectNode().put("login", "cleo"));
        organization.set("invitations_sent", sentBy(by, count, at));
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        state.putObject("settings").put("clock", NOW);
        state.putArray("organizations").add(organization);
        fixture.merge(state.toString());
    }

    private static ArrayNode sentBy(String login, int count, String at) {
        ArrayNode sent = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < count; i++) {
            sent.addObject().put("by", login).put("at", at);
        }
        return sent;
    }
}
