package dev.hubtwin.internal.contract.organizations;

import static dev.hubtwin.internal.contract.scenario.Fixture.SURTUR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the plan and the enterprise of an organization let {@code PATCH /orgs/{org}} choose (R44, R49 to R53). */
@FixtureScenarios
abstract class OrganizationPoliciesScenarios {

    private final Fixture fixture;

    OrganizationPoliciesScenarios(Fixture fixture) {
        this.fixture = fixture;
    }

    @BeforeEach
    void begin() {
        fixture.restoreAfterwards();
    }

    @Test
    @DisplayName(
            "PATCH /orgs/{org} takes members_can_create_internal_repositories in an enterprise only, else 422 (R44)")
    void internalTakesAnEnterprise() {
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
    @CsvSource({"all, true, true, true", "private, true, false, true", "none, false, false, false"})
    @DisplayName("PATCH /orgs/{org} sets three flags by members_allowed_repository_creation_type (R49; decisions)")
    void typeSetsTheFlags(String type, boolean any, boolean publicOnes, boolean privateOnes) {
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
        JsonNode answer = change("globex", flags(any, publicOnes, privateOnes));
        assertEquals(
                type, answer.path("members_allowed_repository_creation_type").asText());
        assertEquals(answer, fixture.owned("globex"));
    }

    @ParameterizedTest
    @CsvSource({"none, true, false", "all, false, true"})
    @DisplayName("PATCH /orgs/{org} lets members_allowed_repository_creation_type win over "
            + "members_can_create_repositories (R49)")
    void typeWins(String type, boolean sent, boolean outcome) {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'members_allowed_repository_creation_type': 'private'}",
                "{'members_allowed_repository_creation_type': 'private', 'members_can_create_repositories': false}",
                "{'members_can_create_public_repositories': false, 'members_can_create_private_repositories': true}",
                "{'members_can_create_public_repositories': false}",
                "{'members_can_create_repositories': true, 'members_can_create_public_repositories': false}"
            })
    @DisplayName("PATCH /orgs/{org} to private repositories alone is 422 without an enterprise or its plan, by the "
            + "single setting and by flags, in one sentence (R51; recorded)")
    void privateTakesAnEnterprisePlan(String quoted) {
        String body = quoted.replace('\'', '"');
        change("globex", body);
        change("initech", body);
        for (String organization : List.of("tinker", "acme")) {
            HttpAnswer answer = refused(organization, body);
            assertEquals("Validation Failed", answer.message());
            assertEquals(
                    "Private-only repository creation policy is not allowed for this organization.",
                    answer.json().path("errors").textValue());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'members_can_create_repositories': false, 'members_can_create_public_repositories': false}",
                "{'members_can_create_private_repositories': false}",
                "{'members_can_create_public_repositories': false, 'members_can_create_private_repositories': false}",
                "{'members_can_create_public_repositories': true, 'members_can_create_private_repositories': true}",
                "{'members_allowed_repository_creation_type': 'none'}"
            })
    @DisplayName("PATCH /orgs/{org} to any other choice of repositories is done on every plan (R48, R49)")
    void othersTakeNoPlan(String body) {
        change("tinker", body.replace('\'', '"'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"default_repository_permission\": \"write\"}",
                "{\"billing_email\": \"\"}",
                "{\"name\": \"x\", \"billing_email\": \"y\"}"
            })
    @DisplayName("PATCH /orgs/{org} to another value of what the enterprise enforces is 422, of the enterprise server "
            + "409, and changes nothing (R53; reported)")
    void enforcedIsAConflict(String body) {
        JsonNode before = fixture.owned("umbrella");
        fixture.as(FixtureIdentity.OWNER)
                .patch("/orgs/umbrella", body)
                .is(fixture.target().enterprise() ? 409 : 422);
        assertEquals(before, fixture.owned("umbrella"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"default_repository_permission\": \"read\"}",
                "{\"billing_email\": null}",
                "{\"default_repository_permission\": \"read\", \"name\": \"x\"}"
            })
    @DisplayName("PATCH /orgs/{org} to the value that the enterprise enforces is done (R53; reported)")
    void enforcedIsNoConflictWithItself(String body) {
        change("umbrella", body);
    }

    @Test
    @DisplayName("PATCH /orgs/{org} of what the enterprise leaves open is done (R53)")
    void openIsNoConflict() {
        String name = fixture.organizations(FixtureIdentity.OWNER)
                .update("umbrella")
                .name(null)
                .execute()
                .getName();
        assertNull(name);
    }

    private JsonNode change(String organization, String body) {
        return fixture.as(FixtureIdentity.OWNER)
                .with("Accept", SURTUR)
                .patch("/orgs/" + organization, body)
                .is(200)
                .json();
    }

    private HttpAnswer refused(String organization, String body) {
        JsonNode before = fixture.owned(organization);
        HttpAnswer answer = fixture.as(FixtureIdentity.OWNER)
                .with("Accept", SURTUR)
                .patch("/orgs/" + organization, body)
                .is(422);
        assertEquals(before, fixture.owned(organization), "a refused change changes nothing");
        return answer;
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
