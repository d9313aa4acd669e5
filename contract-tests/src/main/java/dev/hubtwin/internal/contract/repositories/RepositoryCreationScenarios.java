package dev.hubtwin.internal.contract.repositories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** New repositories of organizations: who may, what can be said of them, and what cannot be. */
@FixtureScenarios
abstract class RepositoryCreationScenarios {

    private static final String LIST = "/orgs/shelf/repos";

    private final Fixture fixture;
    private final RepositorySteps steps;

    RepositoryCreationScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.steps = new RepositorySteps(fixture);
    }

    @BeforeEach
    void begin() {
        steps.begin();
    }

    @Test
    @DisplayName("POST /orgs/{org}/repos makes a repository that is found where Location says, and listed (decisions)")
    void makes() {
        HttpAnswer made =
                steps.by("ghp_rae").post(LIST, "{\"name\": \"theta\"}").is(201);
        JsonNode repository = made.json();
        assertEquals("shelf/theta public main", text(repository, "full_name", "visibility", "default_branch"));
        assertEquals("null 0 false", text(repository, "pushed_at", "size", "fork"));
        assertEquals(fixture.target().root() + "/repos/shelf/theta", made.header("Location"));
        assertEquals(
                repository,
                steps.by("ghp_rae").get("/repos/shelf/theta").is(200).json());
        assertEquals(
                "theta", steps.by("-").get(LIST).is(200).json().at("/0/name").asText());
    }

    @Test
    @DisplayName("POST /orgs/{org}/repos takes what describes a repository (decisions)")
    void takesEverything() {
        String body = """
                {"name": "theta", "description": "A letter", "homepage": "https://theta.example", "private": false,
                 "visibility": "private", "has_issues": false, "has_projects": false, "has_wiki": false,
                 "has_downloads": false, "is_template": true, "team_id": 7101, "auto_init": true,
                 "gitignore_template": "Java", "license_template": "mit", "allow_squash_merge": false,
                 "allow_merge_commit": false, "allow_rebase_merge": false, "allow_auto_merge": true,
                 "delete_branch_on_merge": true, "use_squash_pr_title_as_default": true,
                 "squash_merge_commit_title": "PR_TITLE", "squash_merge_commit_message": "BLANK",
                 "merge_commit_title": "PR_TITLE", "merge_commit_message": "PR_BODY",
                 "custom_properties": {"team": "core"}}
                """;
        JsonNode made = steps.by("ghp_rae").post(LIST, body).is(201).json();
        assertEquals("A letter https://theta.example private", text(made, "description", "homepage", "visibility"));
        assertEquals("false false false", text(made, "has_issues", "has_projects", "has_wiki"));
        assertEquals("false true false", text(made, "has_downloads", "is_template", "allow_squash_merge"));
        assertEquals("false false true", text(made, "allow_merge_commit", "allow_rebase_merge", "allow_auto_merge"));
        assertEquals(made.path("created_at").asText() + " true", text(made, "pushed_at", "delete_branch_on_merge"));
        boolean newer = !fixture.target().enterprise();
        assertEquals(
                newer ? "PR_TITLE BLANK PR_TITLE PR_BODY" : "   ",
                text(
                        made,
                        "squash_merge_commit_title",
                        "squash_merge_commit_message",
                        "merge_commit_title",
                        "merge_commit_message"));
        assertEquals(newer ? "core" : "", made.at("/custom_properties/team").asText());
        JsonNode read = steps.by("ghp_tia").get("/repos/shelf/theta").is(200).json();
        assertEquals("true", read.at("/permissions/push").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ghp_rae               | 201 | 201",
                "github_pat_rae_writes | 201 | 201",
                "ghs_shelf             | 201 | 201",
                "ghp_rae_public        | 201 | 404",
                "ghp_sam               | 201 | 403",
                "ghp_rae_without       | 404 | 404",
                "ghp_uma               | 403 | 403",
                "github_pat_rae_beta   | 403 | 403",
                "github_pat_rae_rack   | 403 | 403",
                "ghs_shelf_delta       | 403 | 403",
                "-                     | 401 | 401"
            })
    @DisplayName("POST /orgs/{org}/repos takes an owner, or a member whom the organization lets, and the scope or "
            + "administration (decisions)")
    void isForThoseWhoMay(String token, int ofPublic, int ofPrivate) {
        steps.by(token).post(LIST, "{\"name\": \"theta\"}").is(ofPublic);
        steps.by(token).post(LIST, "{\"name\": \"iota\", \"private\": true}").is(ofPrivate);
    }

    @Test
    @DisplayName(
            "POST /orgs/{org}/repos lets a member administer what they made, and says what an owner is for (reported)")
    void letsMembersAdminister() {
        JsonNode made =
                steps.by("ghp_sam").post(LIST, "{\"name\": \"theta\"}").is(201).json();
        assertEquals("true", made.at("/permissions/admin").asText());
        assertEquals(
                "You need admin access to the organization before adding a repository to it.",
                steps.by("ghp_sam")
                        .post(LIST, "{\"name\": \"iota\", \"private\": true}")
                        .is(403)
                        .message());
        steps.by("ghp_rae").post("/orgs/nobody/repos", "{\"name\": \"theta\"}").is(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name': 'ALPHA'}                          | name       | name already exists on this account",
                "{'name': '..'}                             | name       | name is reserved",
                "{'name': 'theta', 'team_id': 91}           | team_id    | team_id is not a team of this organization"
            })
    @DisplayName(
            "POST /orgs/{org}/repos refuses a name that is taken in whatever case, and what is not there (reported)")
    void refuses(String body, String field, String message) {
        JsonNode refusal =
                steps.by("ghp_rae").post(LIST, body.replace('\'', '"')).is(422).json();
        assertEquals("Repository creation failed.", refusal.path("message").asText());
        assertEquals(
                "Repository custom " + field + " " + message,
                text(refusal.at("/errors/0"), "resource", "code", "field", "message"));
    }

    @Test
    @DisplayName(
            "POST /orgs/{org}/repos refuses internal repositories without an enterprise, and long names (decisions)")
    void refusesWhatCannotBe() {
        steps.by("ghp_rae")
                .post(LIST, "{\"name\": \"" + "x".repeat(101) + "\"}")
                .is(422);
        steps.by("ghp_rae").post(LIST, "{}").is(422);
        steps.by("ghp_rae")
                .post(LIST, "{\"name\": \"theta\", \"visibility\": \"internal\"}")
                .is(201);
        fixture.merge(
                "{\"organizations\": [{\"login\": \"tinker\", \"members\": [{\"login\": \"rae\", \"role\": \"admin\"}]}]}");
        assertEquals(
                "Only organizations associated with an enterprise can set visibility to internal",
                steps.by("ghp_rae")
                        .post("/orgs/tinker/repos", "{\"name\": \"theta\", \"visibility\": \"internal\"}")
                        .is(422)
                        .json()
                        .at("/errors/0/message")
                        .asText());
    }

    @ParameterizedTest
    @CsvSource({
        "squash_merge_commit_title, COMMIT_OR_PR_TITLE",
        "squash_merge_commit_message, PR_BODY",
        "squash_merge_commit_message, COMMIT_MESSAGES",
        "merge_commit_title, MERGE_MESSAGE",
        "merge_commit_message, PR_TITLE",
        "merge_commit_message, BLANK"
    })
    @DisplayName("POST /orgs/{org}/repos takes what is written into the commits of a merge; an enterprise server knows "
            + "none of it (decisions)")
    void takesTexts(String member, String text) {
        String body = "{\"name\": \"theta\", \"" + member + "\": \"" + text + "\"}";
        assertEquals(
                fixture.target().enterprise() ? "" : text,
                text(steps.by("ghp_rae").post(LIST, body).is(201).json(), member));
    }

    @Test
    @DisplayName("POST /orgs/{org}/repos puts hyphens in a name where something cannot stand in paths (decisions)")
    void mendsNames() {
        assertEquals(
                "a-letter-",
                steps.by("ghp_rae")
                        .post(LIST, "{\"name\": \"a letter/?\"}")
                        .is(201)
                        .json()
                        .path("name")
                        .asText());
    }

    private static String text(JsonNode of, String... members) {
        return String.join(
                " ", Arrays.stream(members).map(each -> of.path(each).asText()).toList());
    }
}
