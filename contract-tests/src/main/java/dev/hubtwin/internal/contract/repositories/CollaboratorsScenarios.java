package dev.hubtwin.internal.contract.repositories;

import static dev.hubtwin.internal.contract.repositories.RepositorySteps.all;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who collaborates in a repository. */
@FixtureScenarios
abstract class CollaboratorsScenarios {

    private static final String ALPHA = "/repos/shelf/alpha/collaborators";

    private final Fixture fixture;
    private final RepositorySteps steps;

    CollaboratorsScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.steps = new RepositorySteps(fixture);
    }

    @BeforeEach
    void begin() {
        steps.begin();
    }

    private String logins(String path) {
        return all(steps.by("ghp_rae").get(path).is(200).json(), "login");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alpha |                                | rae tia uma",
                "alpha | affiliation=all                | rae tia uma",
                "alpha | affiliation=direct             | tia uma",
                "alpha | affiliation=outside            | uma",
                "alpha | permission=pull                | rae tia uma",
                "alpha | permission=triage              | rae tia uma",
                "alpha | permission=push                | rae tia",
                "alpha | permission=maintain            | rae tia",
                "alpha | permission=admin               | rae",
                "alpha | affiliation=direct&permission=push | tia",
                "alpha | per_page=2&page=2              | uma",
                "Beta  | affiliation=all                | rae tia",
                "Beta  | permission=maintain            | rae",
                "delta | affiliation=none               | rae sam",
                "delta | permission=nothing             | rae sam"
            })
    @DisplayName(
            "GET /repos/{owner}/{repo}/collaborators lists whom the repository was given to, directly, by a team or "
                    + "with the organization, and who may do at least this (decisions)")
    void lists(String repository, String query, String expected) {
        String asked = query == null ? "" : "?" + query;
        assertEquals(expected, logins("/repos/shelf/" + repository + "/collaborators" + asked));
    }

    @Test
    @DisplayName(
            "GET /repos/{owner}/{repo}/collaborators lists every member where the base permission is enough (decisions)")
    void listsMembers() {
        fixture.merge("{\"organizations\": [{\"login\": \"shelf\", \"default_repository_permission\": \"write\"}]}");
        assertEquals("rae sam tia uma", logins(ALPHA));
        assertEquals("rae sam tia", logins(ALPHA + "?permission=push"));
        assertEquals("rae tia", logins(ALPHA + "?permission=maintain"));
        assertEquals("rae sam tia uma", logins("/repositories/7201/collaborators"));
        assertEquals("rae", logins("/repos/rae/zeta/collaborators"));
    }

    @Test
    @DisplayName("GET /repos/{owner}/{repo}/collaborators shows what each may do (decisions)")
    void showsPermissions() {
        JsonNode tia = steps.by("ghp_rae").get(ALPHA).is(200).json().get(1);
        assertEquals(
                "{\"admin\":false,\"maintain\":true,\"push\":true,\"triage\":true,\"pull\":true} maintain",
                tia.path("permissions") + " " + tia.path("role_name").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ghp_rae               | 200 | 200",
                "ghp_tia               | 200 | 200",
                "ghs_shelf             | 200 | 200",
                "github_pat_rae_writes | 200 | 200",
                "ghp_sam               | 403 | 404",
                "ghp_uma               | 403 | 404",
                "ghp_rae_public        | 200 | 404",
                "ghp_rae_without       | 404 | 404",
                "github_pat_rae_rack   | 403 | 404",
                "-                     | 401 | 401"
            })
    @DisplayName("GET /repos/{owner}/{repo}/collaborators takes who may push there, with a token that reaches it "
            + "(reported)")
    void isForThoseWhoPush(String token, int ofPublic, int ofPrivate) {
        for (String what : List.of("", "/rae/permission")) {
            steps.by(token).get(ALPHA + what).is(ofPublic);
            steps.by(token).get("/repos/shelf/Beta/collaborators" + what).is(ofPrivate);
        }
        steps.by(token).get("/repositories/7201/collaborators").is(ofPublic);
        steps.by(token).get(ALPHA + "/rae").is(ofPublic == 200 ? 204 : ofPublic);
    }

    @Test
    @DisplayName("GET /repos/{owner}/{repo}/collaborators says what it takes to see them (reported)")
    void saysWhatItTakes() {
        assertEquals(
                "Must have push access to view repository collaborators.",
                steps.by("ghp_sam").get(ALPHA).is(403).message());
        assertEquals(
                "Must have push access to view collaborator permission.",
                steps.by("ghp_sam").get(ALPHA + "/rae/permission").is(403).message());
    }

    @ParameterizedTest
    @CsvSource({
        "alpha, rae, 204, admin, admin",
        "alpha, tia, 204, write, maintain",
        "alpha, UMA, 204, read, triage",
        "alpha, sam, 404, read, read",
        "alpha, anna, 404, read, read",
        "Beta, tia, 204, write, write",
        "Beta, sam, 404, none, none",
        "epsilon, uma, 404, read, read"
    })
    @DisplayName("GET /repos/{owner}/{repo}/collaborators/{username} says whether a user is one, …/permission what "
            + "anybody may do, in four words and in five (decisions)")
    void knowsOne(String repository, String user, int status, String permission, String role) {
        String path = "/repos/shelf/" + repository + "/collaborators/" + user;
        steps.by("ghp_rae").get(path).is(status);
        JsonNode found = steps.by("ghp_rae").get(path + "/permission").is(200).json();
        assertEquals(
                permission + " " + role + " " + role,
                found.path("permission").asText() + " "
                        + found.path("role_name").asText() + " "
                        + found.at("/user/role_name").asText());
        assertEquals(user.toLowerCase(Locale.ROOT), found.at("/user/login").asText());
    }

    @Test
    @DisplayName(
            "GET /repos/{owner}/{repo}/collaborators/{username} of nobody, and of no repository, is 404 (decisions)")
    void knowsNoOther() {
        steps.by("ghp_rae").get(ALPHA + "/nobody").is(404);
        steps.by("ghp_rae").get(ALPHA + "/nobody/permission").is(404);
        steps.by("ghp_rae").get(ALPHA + "/shelf/permission").is(404);
        steps.by("ghp_rae").get("/repos/shelf/nothing/collaborators").is(404);
        steps.by("ghp_rae").get("/repositories/999999999/collaborators").is(404);
    }
}
