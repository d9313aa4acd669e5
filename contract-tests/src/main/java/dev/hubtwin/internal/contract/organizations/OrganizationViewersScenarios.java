package dev.hubtwin.internal.contract.organizations;

import static dev.hubtwin.internal.contract.scenario.Fixture.SURTUR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import dev.hubtwin.internal.contract.scenario.OrganizationSettings;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What today's github.com shows whom of an organization. */
@FixtureScenarios
abstract class OrganizationViewersScenarios {

    private static final Set<String> OWNERS_ALONE = Set.of(
            "private_gists",
            "disk_usage",
            "collaborators",
            "billing_email",
            "default_repository_permission",
            "two_factor_requirement_enabled");

    private final Fixture fixture;

    OrganizationViewersScenarios(Fixture fixture) {
        this.fixture = fixture;
    }

    @ParameterizedTest
    @EnumSource(names = {"OWNER_READ_ORG", "OWNER_USER", "OWNER_REPO"})
    @DisplayName(
            "GET /orgs/{org} shows github.com's owners everything with any accepted scope (recorded); an enterprise "
                    + "server demands admin:org (R40)")
    void takesAnyScopeAtGithubCom(FixtureIdentity who) {
        HttpAnswer answer =
                fixture.as(who).with("Accept", SURTUR).get("/orgs/acme").is(200);
        assertEquals(
                fixture.target().enterprise()
                        ? new TreeSet<>(OrganizationSettings.PUBLIC)
                        : OrganizationSettings.seenByOwners(fixture.target()),
                answer.members());
    }

    @Test
    @DisplayName("GET /orgs/{org} shows github.com's members the plan and what members may do, and null for the rest "
            + "(recorded)")
    void showsSomeToMembers() {
        HttpAnswer answer = fixture.as(FixtureIdentity.MEMBER).get("/orgs/acme").is(200);
        if (fixture.target().enterprise()) {
            assertEquals(new TreeSet<>(OrganizationSettings.PUBLIC), answer.members());
            return;
        }
        Set<String> expected = OrganizationSettings.seenByOwners(fixture.target());
        expected.removeAll(OrganizationSettings.NEW);
        expected.add("members_can_fork_private_repositories");
        assertEquals(expected, answer.members());
        OWNERS_ALONE.forEach(name -> assertTrue(answer.json().path(name).isNull(), name));
        assertEquals("team", answer.json().at("/plan/name").asText());
        assertEquals(2, answer.json().path("total_private_repos").asInt());
        assertFalse(answer.json().path("members_can_create_pages").booleanValue());
    }

    @Test
    @DisplayName("PATCH /orgs/{org} of the flags may leave public repositories alone, which reads public (recorded)")
    void readsPublic() {
        fixture.restoreAfterwards();
        assertEquals(
                "public",
                change("{\"members_can_create_private_repositories\": false}")
                        .path("members_allowed_repository_creation_type")
                        .asText());
    }

    @Test
    @DisplayName("PATCH /orgs/{org} of members_can_fork_private_repositories holds at github.com, and means nothing to "
            + "an enterprise server (recorded)")
    void letsMembersFork() {
        fixture.restoreAfterwards();
        String fork = "members_can_fork_private_repositories";
        JsonNode changed = change("{\"" + fork + "\": true}");
        assertEquals(
                fixture.target().enterprise() ? "" : "true", changed.path(fork).asText());
        assertEquals(changed, fixture.owned("tinker"));
        fixture.as(FixtureIdentity.OWNER)
                .post("/orgs/tinker", "{\"" + fork + "\": true}")
                .is(200);
        int wrong = fixture.target().enterprise() ? 200 : 422;
        fixture.as(FixtureIdentity.OWNER)
                .patch("/orgs/tinker", "{\"" + fork + "\": \"yes\"}")
                .is(wrong);
    }

    @Test
    @DisplayName("PATCH /orgs/{org} that sets the first text of a profile makes the others null, for good (recorded)")
    void showsAProfileOnceItWasSet() {
        fixture.restoreAfterwards();
        change("{\"location\": \"Here\"}");
        JsonNode told =
                fixture.as(FixtureIdentity.ANONYMOUS).get("/orgs/tinker").json();
        assertEquals("Here", told.path("location").asText());
        assertTrue(told.has("name") && told.path("name").isNull());
        change("{\"location\": null}");
        JsonNode cleared =
                fixture.as(FixtureIdentity.ANONYMOUS).get("/orgs/tinker").json();
        assertTrue(cleared.has("location") && cleared.path("location").isNull());
    }

    @Test
    @DisplayName("PATCH /orgs/{org} has no Last-Modified, GET /orgs/{org} and GET /orgs/{org}/hooks/{hook_id} have one "
            + "(recorded)")
    void datesWhatIsRead() {
        fixture.restoreAfterwards();
        assertNull(fixture.as(FixtureIdentity.OWNER)
                .patch("/orgs/tinker", "{}")
                .is(200)
                .header("Last-Modified"));
        assertNotNull(
                fixture.as(FixtureIdentity.OWNER).get("/orgs/tinker").is(200).header("Last-Modified"));
        assertNotNull(fixture.as(FixtureIdentity.WADE)
                .get("/orgs/buoy/hooks/11")
                .is(200)
                .header("Last-Modified"));
    }

    private JsonNode change(String body) {
        return fixture.as(FixtureIdentity.OWNER)
                .with("Accept", SURTUR)
                .patch("/orgs/tinker", body)
                .is(200)
                .json();
    }
}
