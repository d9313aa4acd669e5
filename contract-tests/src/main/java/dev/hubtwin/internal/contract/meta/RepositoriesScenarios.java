package dev.hubtwin.internal.contract.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What whom is shown of a repository. */
@FixtureScenarios
abstract class RepositoriesScenarios {

    private static final List<String> MERGING = List.of(
            "allow_rebase_merge",
            "allow_squash_merge",
            "allow_auto_merge",
            "delete_branch_on_merge",
            "allow_merge_commit");
    private static final List<String> NEW_MERGING = List.of(
            "allow_update_branch",
            "use_squash_pr_title_as_default",
            "squash_merge_commit_message",
            "squash_merge_commit_title",
            "merge_commit_message",
            "merge_commit_title");
    private static final List<String> NEW = List.of(
            "has_discussions",
            "allow_forking",
            "web_commit_signoff_required",
            "has_pull_requests",
            "pull_request_creation_policy");

    private final Fixture fixture;

    RepositoriesScenarios(Fixture fixture) {
        this.fixture = fixture;
    }

    @Test
    @DisplayName("GET /repos/{owner}/{repo} names the organization that owns it, and no user (recorded)")
    void namesTheOrganization() {
        JsonNode widgets = repository(FixtureIdentity.ANONYMOUS, "acme/widgets");
        assertEquals("acme", widgets.at("/organization/login").asText());
        assertEquals(widgets.path("owner"), widgets.path("organization"));
        assertFalse(repository(FixtureIdentity.ANONYMOUS, "mona/mould").has("organization"));
    }

    @Test
    @DisplayName("GET /repos/{owner}/{repo} shows of a fork its parent and where all forks began, each without such of "
            + "its own (recorded)")
    void showsWhereAForkIsFrom() {
        JsonNode fork = repository(FixtureIdentity.ANONYMOUS, "mona/mould");
        assertEquals("atlas/mould", fork.at("/parent/full_name").asText());
        assertEquals(fork.path("parent"), fork.path("source"));
        JsonNode forkOfTheFork = repository(FixtureIdentity.ANONYMOUS, "nell/mould");
        assertEquals("mona/mould", forkOfTheFork.at("/parent/full_name").asText());
        assertEquals(fork.path("parent"), forkOfTheFork.path("source"));
        for (String name : List.of("parent", "source", "template_repository", "permissions", "network_count")) {
            assertFalse(forkOfTheFork.path("parent").has(name), name);
        }
        assertFalse(repository(FixtureIdentity.ANONYMOUS, "atlas/mould").has("parent"));
    }

    @Test
    @DisplayName("GET /repos/{owner}/{repo} shows a parent only to those who may read that too (decisions)")
    void hidesPrivateParents() {
        JsonNode seen = repository(FixtureIdentity.ADA, "nell/plan");
        assertEquals("ada/diary", seen.at("/parent/full_name").asText());
        JsonNode hidden = repository(FixtureIdentity.OWNER, "nell/plan");
        assertFalse(hidden.has("parent") || hidden.has("source"));
    }

    @Test
    @DisplayName("GET /repos/{owner}/{repo} has template_repository only if it was made from a template (recorded)")
    void namesTheTemplate() {
        JsonNode globe = repository(FixtureIdentity.ANONYMOUS, "atlas/globe");
        assertEquals("atlas/mould", globe.at("/template_repository/full_name").asText());
        assertFalse(repository(FixtureIdentity.ANONYMOUS, "atlas/mould").has("template_repository"));
    }

    @ParameterizedTest
    @CsvSource({
        "ANONYMOUS, acme/widgets, false, false",
        "OUTSIDER, acme/widgets, false, false",
        "COLLABORATOR, acme/bunker, false, false",
        "COLLABORATOR, acme/vault, true, false",
        "MEMBER, acme/widgets, true, false",
        "OWNER, acme/widgets, true, true"
    })
    @DisplayName("GET /repos/{owner}/{repo} shows how it merges to those who may push, and its security to those who "
            + "administer it (recorded)")
    void showsSettings(FixtureIdentity who, String name, boolean push, boolean admin) {
        JsonNode repository = repository(who, name);
        boolean dotCom = !fixture.target().enterprise();
        MERGING.forEach(member -> assertEquals(push, repository.has(member), member));
        NEW_MERGING.forEach(member -> assertEquals(push && dotCom, repository.has(member), member));
        NEW.forEach(member -> assertEquals(dotCom, repository.has(member), member));
        assertEquals(dotCom, repository.has("custom_properties"));
        assertEquals(dotCom && admin, repository.has("security_and_analysis"));
        if (dotCom && admin) {
            assertEquals(
                    "disabled",
                    repository
                            .at("/security_and_analysis/secret_scanning/status")
                            .asText());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ANONYMOUS, acme/widgets, absent",
        "OWNER, acme/widgets, ''",
        "OWNER_OAUTH, acme/widgets, ''",
        "OWNER, acme/vault, some",
        "OWNER_READS_ACME, acme/widgets, absent",
        "OWNER_READS_ACME, acme/vault, absent",
        "OWNER_THROUGH_APP, acme/widgets, absent",
        "INSTALLATION_WITH_PLAN, acme/widgets, absent"
    })
    @DisplayName(
            "GET /repos/{owner}/{repo} gives temp_clone_token to classic and OAuth tokens alone, empty for a public "
                    + "repository (recorded)")
    void givesCloneTokens(FixtureIdentity who, String name, String expected) {
        JsonNode token = repository(who, name).path("temp_clone_token");
        assertEquals(expected, token.isMissingNode() ? "absent" : token.asText().isEmpty() ? "" : "some");
    }

    @Test
    @DisplayName("GET /repositories/{repository_id} links no license that is not known for sure (recorded)")
    void linksNoUncertainLicense() {
        JsonNode bolt = fixture.as(FixtureIdentity.ANONYMOUS)
                .get("/repositories/749")
                .is(200)
                .json();
        assertTrue(bolt.at("/license/url").isNull());
        assertEquals("NOASSERTION", bolt.at("/license/spdx_id").asText());
        if (!fixture.target().enterprise()) {
            assertEquals(
                    "{\"tags\":[\"a\",\"b\"],\"team\":\"core\"}",
                    bolt.path("custom_properties").toString());
        }
    }

    @Test
    @DisplayName("GET /installation/repositories shows repositories in short, and permissions of nobody (recorded)")
    void listsInShort() {
        JsonNode first = fixture.as(FixtureIdentity.INSTALLATION_WITHOUT_PLAN)
                .get("/installation/repositories")
                .is(200)
                .json()
                .at("/repositories/0");
        assertEquals(5, first.path("permissions").size());
        first.path("permissions").forEach(permission -> assertFalse(permission.booleanValue()));
        for (String name : List.of(
                "organization", "temp_clone_token", "template_repository", "subscribers_count", "network_count")) {
            assertFalse(first.has(name), name);
        }
        MERGING.forEach(name -> assertFalse(first.has(name), name));
    }

    /** Returns a repository as somebody sees it, by its name and by its id. */
    private JsonNode repository(FixtureIdentity who, String name) {
        JsonNode found = fixture.as(who).get("/repos/" + name).is(200).json();
        assertEquals(
                found,
                fixture.as(who)
                        .get("/repositories/" + found.path("id").asLong())
                        .is(200)
                        .json());
        return found;
    }
}
