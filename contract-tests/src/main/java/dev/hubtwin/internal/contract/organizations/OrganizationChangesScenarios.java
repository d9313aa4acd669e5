package dev.hubtwin.internal.contract.organizations;

import static dev.hubtwin.internal.contract.scenario.Fixture.SURTUR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.client.model.DefaultRepositoryPermission;
import dev.hubtwin.client.model.OrganizationFull;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import dev.hubtwin.internal.contract.scenario.OrganizationSettings;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code PATCH /orgs/{org}} changes, and for whom (R43 to R54). */
@FixtureScenarios
abstract class OrganizationChangesScenarios {

    static final List<String> TEXTS = OrganizationSettings.TEXTS;
    static final List<String> SWITCHES = OrganizationSettings.SWITCHES;

    private final Fixture fixture;

    OrganizationChangesScenarios(Fixture fixture) {
        this.fixture = fixture;
    }

    @ParameterizedTest
    @FieldSource("TEXTS")
    @DisplayName("PATCH /orgs/{org} sets each text, to be read back, and null clears it (decisions)")
    void setsAndClearsTexts(String text) {
        fixture.restoreAfterwards();
        String value = "Größe \"1\" \\ \uD83D\uDE80 <&> of " + text;
        assertEquals(value, change("tinker", body(text, value)).path(text).textValue());
        assertEquals(value, fixture.owned("tinker").path(text).textValue());
        assertTrue(change("tinker", "{\"" + text + "\": null}").path(text).isNull());
        assertTrue(fixture.owned("tinker").path(text).isNull());
    }

    @ParameterizedTest
    @FieldSource("SWITCHES")
    @DisplayName("PATCH /orgs/{org} turns each switch, which is on by default, off and on (R48, R52)")
    void turnsSwitches(String name) {
        fixture.restoreAfterwards();
        assertTrue(fixture.owned("globex").path(name).booleanValue(), "the default");
        assertFalse(change("globex", "{\"" + name + "\": false}").path(name).booleanValue());
        assertFalse(fixture.owned("globex").path(name).booleanValue());
        assertTrue(change("globex", "{\"" + name + "\": true}").path(name).booleanValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "private", "none"})
    @DisplayName("POST /orgs/{org} means PATCH, as older documents allow (reported)")
    void takesTheOlderMethod(String type) {
        fixture.restoreAfterwards();
        String member = "members_allowed_repository_creation_type";
        HttpAnswer changed = fixture.as(FixtureIdentity.OWNER)
                .post("/orgs/globex", body(member, type))
                .is(200);
        assertEquals(type, changed.json().path(member).asText());
        assertEquals(type, fixture.owned("globex").path(member).asText());
        for (boolean forks : List.of(true, false)) {
            fixture.as(FixtureIdentity.OWNER)
                    .post("/orgs/globex", "{\"members_can_fork_private_repositories\": " + forks + "}")
                    .is(200);
        }
    }

    @Test
    @DisplayName("PATCH /orgs/{org} of one member leaves all others alone (R52)")
    void leavesOthersAlone() {
        fixture.restoreAfterwards();
        ObjectNode before = (ObjectNode) fixture.owned("tinker");
        OrganizationFull answer = fixture.organizations(FixtureIdentity.OWNER)
                .update("tinker")
                .hasOrganizationProjects(false)
                .execute();
        assertFalse(answer.getHasOrganizationProjects());
        ObjectNode after = (ObjectNode) fixture.owned("tinker");
        assertFalse(after.path("has_organization_projects").booleanValue());
        Instant then = Instant.parse(before.path("updated_at").asText());
        Instant now = Instant.parse(after.path("updated_at").asText());
        assertTrue(now.isAfter(then), "updated_at advances");
        List<String> changed = List.of("has_organization_projects", "updated_at");
        assertEquals(before.without(changed), after.without(changed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "null",
                "{\"unheard_of\": {\"a\": [1]}}",
                " {} \n",
                "{\"has_organization_projects\": null, \"default_repository_permission\": null}",
                "{\"members_can_create_public_repositories\": null, "
                        + "\"members_allowed_repository_creation_type\": null}"
            })
    @DisplayName("PATCH /orgs/{org} with nothing that it knows, or with null for what has no null, changes nothing "
            + "(decisions; recorded)")
    void changesNothing(String body) {
        JsonNode before = fixture.owned("tinker");
        assertEquals(before, change("tinker", body));
        assertEquals(before, fixture.owned("tinker"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/x-www-form-urlencoded", "text/plain", "application/vnd.api+json", "nonsense", ""})
    @DisplayName("PATCH /orgs/{org} reads any content type as JSON (conventions, 8)")
    void readsAnyContentType(String type) {
        fixture.restoreAfterwards();
        fixture.as(FixtureIdentity.OWNER)
                .with("Content-Type", type)
                .patch("/orgs/TINKER", body("name", type))
                .is(200);
        assertEquals(type, fixture.owned("tinker").path("name").asText());
    }

    @Test
    @DisplayName("GET and PATCH /orgs/{org} know finer repository creation on the enterprise server as a preview: "
            + "without it absent and ignored (R43)")
    void knowsThePreview() {
        fixture.restoreAfterwards();
        TestClient plain = fixture.as(FixtureIdentity.OWNER);
        TestClient preview = plain.with("Accept", SURTUR);
        String name = "members_can_create_public_repositories";
        JsonNode answer =
                plain.patch("/orgs/globex", "{\"" + name + "\": false}").is(200).json();
        boolean ignored = fixture.target().enterprise();
        assertEquals(!ignored, answer.has(name));
        assertEquals(!ignored, plain.get("/orgs/globex").members().containsAll(OrganizationSettings.PREVIEWED));
        assertEquals(ignored, preview.get("/orgs/globex").json().path(name).booleanValue(), "as it was, or off");
        assertFalse(preview.patch("/orgs/globex", "{\"" + name + "\": false}")
                .is(200)
                .json()
                .path(name)
                .booleanValue());
        assertTrue(preview.get("/orgs/globex").members().containsAll(OrganizationSettings.PREVIEWED));
    }

    @ParameterizedTest
    @CsvSource({
        "ANONYMOUS, 401", "OWNER_WITHOUT_SCOPES, 404", "OWNER_READ_ORG, 404", "OWNER_REPO, 403", "OWNER_USER, 404",
        "OWNER_READS_TINKER, 403", "OWNER_READS_ACME, 403", "MEMBER, 403", "MEMBER_WRITES_TINKER, 403", "OUTSIDER, 403",
        "INVITED, 403", "INSTALLATION_WITH_PLAN, 403", "EXPIRED, 401", "REVOKED, 401"
    })
    @DisplayName("PATCH /orgs/{org} is refused to all but owners with admin:org, and changes nothing (R45)")
    void refusesOthers(FixtureIdentity who, int status) {
        JsonNode before = fixture.owned("tinker");
        HttpAnswer answer =
                fixture.as(who).patch("/orgs/tinker", body("name", "Mine")).is(status);
        assertEquals(before, fixture.owned("tinker"));
        if (who == FixtureIdentity.OWNER_WITHOUT_SCOPES) {
            assertEquals("admin:org, repo", answer.header("X-Accepted-OAuth-Scopes"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"OWNER", "OWNER_OAUTH", "OWNER_WRITES_TINKER", "OWNER_THROUGH_APP"})
    @DisplayName("PATCH /orgs/{org} serves an owner with admin:org, or with the permission to administer it (R45)")
    void servesOwners(FixtureIdentity who) {
        fixture.restoreAfterwards();
        assertEquals(
                "Ours",
                fixture.as(who)
                        .patch("/orgs/tinker", body("name", "Ours"))
                        .is(200)
                        .member("name"));
        assertEquals("Ours", fixture.owned("tinker").path("name").asText());
    }

    @Test
    @DisplayName("PATCH /orgs/{org} sets a billing address that only owners see (R46)")
    void keepsTheBillingAddress() {
        fixture.restoreAfterwards();
        change("tinker", body("billing_email", "money@tinker.example"));
        assertEquals(
                "money@tinker.example",
                fixture.owned("tinker").path("billing_email").asText());
        for (FixtureIdentity who :
                List.of(FixtureIdentity.ANONYMOUS, FixtureIdentity.MEMBER, FixtureIdentity.OWNER_WITHOUT_SCOPES)) {
            assertFalse(fixture.as(who).get("/orgs/tinker").json().hasNonNull("billing_email"), who::name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "write", "admin", "none"})
    @DisplayName("PATCH /orgs/{org} sets default_repository_permission, which is read at first, to one of four (R47)")
    void setsTheDefaultPermission(String name) {
        DefaultRepositoryPermission permission = DefaultRepositoryPermission.of(name);
        fixture.restoreAfterwards();
        assertEquals(
                "read",
                fixture.owned("tinker").path("default_repository_permission").asText());
        fixture.organizations(FixtureIdentity.OWNER)
                .update("tinker")
                .defaultRepositoryPermission(permission)
                .execute();
        assertEquals(
                permission,
                fixture.organizations(FixtureIdentity.OWNER).get("tinker").getDefaultRepositoryPermission());
        refused("tinker", "{\"default_repository_permission\": \"maintain\"}");
        assertEquals(
                permission,
                fixture.organizations(FixtureIdentity.OWNER).get("tinker").getDefaultRepositoryPermission());
    }

    @Test
    @DisplayName("PATCH /orgs/{org} with a value out of place is 422 in a documented form (R54)")
    void saysWhatIsWrong() {
        String message = fixture.as(FixtureIdentity.OWNER)
                .patch("/orgs/tinker", body("default_repository_permission", "maintain"))
                .is(422)
                .message();
        assertTrue(
                message.startsWith("Invalid request.\n\n") && message.contains("maintain is not a member of"), message);
    }

    private JsonNode change(String organization, String body) {
        return fixture.as(FixtureIdentity.OWNER)
                .with("Accept", SURTUR)
                .patch("/orgs/" + organization, body)
                .is(200)
                .json();
    }

    private void refused(String organization, String body) {
        JsonNode before = fixture.owned(organization);
        fixture.as(FixtureIdentity.OWNER)
                .with("Accept", SURTUR)
                .patch("/orgs/" + organization, body)
                .is(422);
        assertEquals(before, fixture.owned(organization), "a refused change changes nothing");
    }

    private static String body(String name, String value) {
        return JsonNodeFactory.instance.objectNode().put(name, value).toString();
    }
}
