package dev.hubtwin.internal.contract.repositories;

import static dev.hubtwin.internal.contract.repositories.RepositorySteps.all;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list of an organization's repositories: who sees what, by which filter, in which order. */
@FixtureScenarios
abstract class OrganizationRepositoriesScenarios {

    private static final String LIST = "/orgs/shelf/repos";

    private final RepositorySteps steps;

    OrganizationRepositoriesScenarios(Fixture fixture) {
        this.steps = new RepositorySteps(fixture);
    }

    @BeforeEach
    void begin() {
        steps.begin();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ghp_rae             | epsilon delta gamma Beta alpha",
                "ghs_shelf           | epsilon delta gamma Beta alpha",
                "github_pat_rae_writes | epsilon delta gamma Beta alpha",
                "ghp_sam             | epsilon delta gamma alpha",
                "ghp_tia             | epsilon gamma Beta alpha",
                "ghp_uma             | epsilon gamma alpha",
                "github_pat_rae_beta | gamma Beta alpha",
                "ghs_shelf_delta     | delta gamma alpha",
                "ghu_rae             | delta gamma alpha",
                "ghp_rae_without     | gamma alpha",
                "github_pat_rae_rack | gamma alpha",
                "ghp_anna            | gamma alpha",
                "-                   | gamma alpha"
            })
    @DisplayName("GET /orgs/{org}/repos lists what is public, and what else the user may read and the token reaches "
            + "(decisions)")
    void showsWhatIsReadable(String token, String expected) {
        assertEquals(expected, all(steps.by(token).get(LIST).is(200).json(), "name"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ghp_rae | all      | epsilon delta gamma Beta alpha",
                "ghp_rae | public   | gamma alpha",
                "ghp_rae | private  | epsilon delta Beta",
                "ghp_rae | internal | epsilon",
                "ghp_rae | forks    | gamma",
                "ghp_rae | sources  | epsilon delta Beta alpha",
                "ghp_rae | member   | ''",
                "ghp_sam | member   | delta",
                "ghp_tia | member   | Beta alpha",
                "ghp_tia | private  | epsilon Beta",
                "-       | member   | ''",
                "ghp_rae | nothing  | epsilon delta gamma Beta alpha"
            })
    @DisplayName("GET /orgs/{org}/repos filters by type; internal ones count as private, and an unknown type is none "
            + "(decisions)")
    void filters(String token, String type, String expected) {
        assertEquals(
                expected,
                all(steps.by(token).get(LIST + "?type=" + type).is(200).json(), "name"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sort=created                 | epsilon delta gamma Beta alpha",
                "sort=created&direction=asc   | alpha Beta gamma delta epsilon",
                "sort=updated                 | alpha Beta gamma delta epsilon",
                "sort=updated&direction=asc   | epsilon delta gamma Beta alpha",
                "sort=pushed                  | delta alpha gamma epsilon Beta",
                "sort=pushed&direction=asc    | Beta epsilon gamma alpha delta",
                "sort=full_name               | alpha Beta delta epsilon gamma",
                "sort=full_name&direction=desc | gamma epsilon delta Beta alpha",
                "direction=asc                | alpha Beta gamma delta epsilon",
                "sort=full_name&per_page=2&page=2 | delta epsilon",
                "sort=full_name&direction=desc&per_page=2&page=2 | delta Beta",
                "per_page=2&page=9            | ''"
            })
    @DisplayName("GET /orgs/{org}/repos is in the order that is asked for, by time the latest first and by name the "
            + "first, on every page (decisions)")
    void orders(String query, String expected) {
        assertEquals(
                expected,
                all(steps.by("ghp_rae").get(LIST + "?" + query).is(200).json(), "name"));
        assertEquals(
                expected,
                all(
                        steps.by("ghp_rae")
                                .get("/organizations/97001/repos?" + query)
                                .is(200)
                                .json(),
                        "name"));
    }

    @Test
    @DisplayName("GET /orgs/{org}/repos shows what the caller may do in each (decisions)")
    void showsPermissions() {
        assertEquals(
                "{\"admin\":false,\"maintain\":false,\"push\":true,\"triage\":true,\"pull\":true}",
                steps.by("ghp_sam")
                        .get(LIST)
                        .is(200)
                        .json()
                        .at("/1/permissions")
                        .toString());
        assertEquals(
                "true",
                steps.by("ghp_rae")
                        .get(LIST)
                        .is(200)
                        .json()
                        .at("/0/permissions/admin")
                        .asText());
    }

    @Test
    @DisplayName("GET /orgs/{org}/repos of no organization is 404 (decisions)")
    void knowsNoOther() {
        steps.by("ghp_rae").get("/orgs/rae/repos").is(404);
        steps.by("-").get("/orgs/nobody/repos").is(404);
        steps.by("-").get("/organizations/7001/repos").is(404);
    }
}
