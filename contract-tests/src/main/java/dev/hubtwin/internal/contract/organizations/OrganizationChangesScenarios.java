package dev.hubtwin.internal.contract.organizations;

import static dev.hubtwin.internal.contract.scenario.Fixture.SURTUR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.client.invoker.ApiException;
import dev.hubtwin.client.model.DefaultRepositoryPermission;
import dev.hubtwin.client.model.OrganizationFull;
import dev.hubtwin.client.model.OrganizationUpdate;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import dev.hubtwin.internal.contract.scenario.OrganizationSettings;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
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
        assertTrue(fixture.owned("tinker").path(name).booleanValue(), "the default");
        assertFalse(change("tinker", "{\"" + name + "\": false}").path(name).booleanValue());
        assertFalse(fixture.owned("tinker").path(name).booleanValue());
        assertTrue(change("tinker", "{\"" + name + "\": true}").path(name).booleanValue());
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
    }

    @Test
    @DisplayName("PATCH /orgs/{org} of one member leaves all others alone (R52)")
    void leavesOthersAlone() throws ApiException {
        fixture.restoreAfterwards();
        ObjectNode before = (ObjectNode) fixture.owned("tinker");
        OrganizationFull answer = fixture.organizations(FixtureIdentity.OWNER)
                .update("tinker", new OrganizationUpdate().hasOrganizationProjects(false));
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
    @ValueSource(strings = {"", "{}", "{\"unheard_of\": {\"a\": [1]}}", " {} \n"})
    @DisplayName("PATCH /orgs/{org} with nothing that it knows changes nothing (decisions)")
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
                plain.patch("/orgs/tinker", "{\"" + name + "\": false}").is(200).json();
        boolean ignored = fixture.target().enterprise();
        assertEquals(!ignored, answer.has(name));
        assertEquals(!ignored, plain.get("/orgs/tinker").members().containsAll(OrganizationSettings.PREVIEWED));
        assertEquals(ignored, preview.get("/orgs/tinker").json().path(name).booleanValue(), "as it was, or off");
        assertFalse(preview.patch("/orgs/tinker", "{\"" + name + "\": false}")
                .is(200)
                .json()
                .path(name)
                .booleanValue());
        assertTrue(preview.get("/orgs/tinker").members().containsAll(OrganizationSettings.PREVIEWED));
    }

    @Test
    @DisplayName(
            "PATCH /orgs/{org} takes members_can_create_internal_repositories in an enterprise only, else 422 (R44)")
    void internalTakesAnEnterprise() {
        fixture.restoreAfterwards();
        String internal = "members_can_create_internal_repositories";
        assertFalse(change("initech", "{\"" + internal + "\": false}")
                .path(internal)
                .booleanValue());
        assertTrue(
                change("initech", "{\"" + internal + "\": true}").path(internal).booleanValue());
        for (String outside : List.of("tinker", "globex")) {
            refused(outside, "{\"" + internal + "\": true, \"name\": \"half\"}");
            assertFalse(
                    change(outside, "{\"" + internal + "\": false}")
                            .path(internal)
                            .booleanValue(),
                    "off it is anyway");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ANONYMOUS, 401", "OWNER_WITHOUT_SCOPES, 404", "OWNER_READ_ORG, 404", "OWNER_REPO, 404", "OWNER_USER, 404",
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
            assertNull(fixture.as(who).get("/orgs/tinker").json().get("billing_email"), who::name);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"READ", "WRITE", "ADMIN", "NONE"})
    @DisplayName("PATCH /orgs/{org} sets default_repository_permission, which is read at first, to one of four (R47)")
    void setsTheDefaultPermission(DefaultRepositoryPermission permission) throws ApiException {
        fixture.restoreAfterwards();
        assertEquals(
                "read",
                fixture.owned("tinker").path("default_repository_permission").asText());
        fixture.organizations(FixtureIdentity.OWNER)
                .update("tinker", new OrganizationUpdate().defaultRepositoryPermission(permission));
        assertEquals(
                permission,
                fixture.organizations(FixtureIdentity.OWNER).get("tinker").getDefaultRepositoryPermission());
        refused("tinker", "{\"default_repository_permission\": \"maintain\"}");
        assertEquals(
                permission,
                fixture.organizations(FixtureIdentity.OWNER).get("tinker").getDefaultRepositoryPermission());
    }

    @ParameterizedTest
    @CsvSource({"all, true, true, true", "private, true, false, true", "none, false, false, false"})
    @DisplayName("PATCH /orgs/{org} sets three flags by members_allowed_repository_creation_type (R49; decisions)")
    void typeSetsTheFlags(String type, boolean any, boolean publicOnes, boolean privateOnes) {
        fixture.restoreAfterwards();
        change("globex", flags(!any, !publicOnes, !privateOnes));
        JsonNode answer = change("globex", body("members_allowed_repository_creation_type", type));
        assertEquals(List.of(any, publicOnes, privateOnes), flagsOf(answer));
        assertEquals(answer, fixture.owned("globex"));
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, true, all",
        "true, false, true, private",
        "true, false, false, none",
        "false, true, true, none"
    })
    @DisplayName("PATCH /orgs/{org} of the three flags reads back as members_allowed_repository_creation_type (R50; "
            + "decisions)")
    void flagsGiveTheType(boolean any, boolean publicOnes, boolean privateOnes, String type) {
        fixture.restoreAfterwards();
        JsonNode answer = change("tinker", flags(any, publicOnes, privateOnes));
        assertEquals(
                type, answer.path("members_allowed_repository_creation_type").asText());
        assertEquals(answer, fixture.owned("tinker"));
    }

    @ParameterizedTest
    @CsvSource({"none, true, false", "all, false, true"})
    @DisplayName("PATCH /orgs/{org} lets members_allowed_repository_creation_type win over "
            + "members_can_create_repositories (R49)")
    void typeWins(String type, boolean sent, boolean outcome) {
        fixture.restoreAfterwards();
        JsonNode answer = change(
                "tinker",
                "{\"members_can_create_repositories\": " + sent + ", \"members_allowed_repository_creation_type\": \""
                        + type + "\"}");
        assertEquals(outcome, answer.path("members_can_create_repositories").booleanValue());
        assertEquals(
                type,
                fixture.owned("tinker")
                        .path("members_allowed_repository_creation_type")
                        .asText());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("PATCH /orgs/{org} of members_allowed_repository_creation_type ignores internal repositories (R50)")
    void typeIgnoresInternal(boolean internal) {
        fixture.restoreAfterwards();
        change("initech", "{\"members_can_create_internal_repositories\": " + internal + "}");
        for (String type : List.of("all", "private", "none")) {
            JsonNode answer = change("initech", body("members_allowed_repository_creation_type", type));
            assertEquals(
                    type,
                    answer.path("members_allowed_repository_creation_type").asText());
            assertEquals(
                    internal,
                    answer.path("members_can_create_internal_repositories").booleanValue());
        }
    }

    @Test
    @DisplayName("PATCH /orgs/{org} takes the creation type private on an enterprise plan only, else 422 (R51)")
    void privateTakesAnEnterprisePlan() {
        fixture.restoreAfterwards();
        change("globex", body("members_allowed_repository_creation_type", "private"));
        refused("tinker", body("members_allowed_repository_creation_type", "private"));
        refused("acme", body("members_allowed_repository_creation_type", "private"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"default_repository_permission\": \"read\"}",
                "{\"billing_email\": null}",
                "{\"name\": \"x\", \"billing_email\": \"y\"}"
            })
    @DisplayName("PATCH /orgs/{org} of what the enterprise enforces is 409, and changes nothing (R53)")
    void enforcedIsAConflict(String body) {
        JsonNode before = fixture.owned("umbrella");
        fixture.as(FixtureIdentity.OWNER).patch("/orgs/umbrella", body).is(409);
        assertEquals(before, fixture.owned("umbrella"));
    }

    @Test
    @DisplayName("PATCH /orgs/{org} of what the enterprise leaves open is done (R53)")
    void openIsNoConflict() throws ApiException {
        String name = fixture.organizations(FixtureIdentity.OWNER)
                .update("umbrella", new OrganizationUpdate().name(null))
                .getName();
        assertNull(name);
    }

    @Test
    @DisplayName("PATCH /orgs/{org} with a value out of place is 422 in a documented form (R54)")
    void saysWhatIsWrong() {
        JsonNode error = fixture.as(FixtureIdentity.OWNER)
                .patch("/orgs/tinker", body("members_allowed_repository_creation_type", "private"))
                .is(422)
                .json();
        assertEquals("Validation Failed", error.path("message").asText());
        JsonNode first = error.path("errors").path(0);
        assertEquals(
                "Organization members_allowed_repository_creation_type",
                first.path("resource").asText() + " " + first.path("field").asText());
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

    private static List<Boolean> flagsOf(JsonNode organization) {
        return Stream.of(
                        "members_can_create_repositories",
                        "members_can_create_public_repositories",
                        "members_can_create_private_repositories")
                .map(name -> organization.path(name).booleanValue())
                .toList();
    }

    private static String flags(boolean any, boolean publicOnes, boolean privateOnes) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("members_can_create_repositories", any)
                .put("members_can_create_public_repositories", publicOnes)
                .put("members_can_create_private_repositories", privateOnes)
                .toString();
    }

    private static String body(String name, String value) {
        return JsonNodeFactory.instance.objectNode().put(name, value).toString();
    }
}
