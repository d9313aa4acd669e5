package dev.hubtwin.internal.contract.repositories;

import static dev.hubtwin.internal.contract.repositories.RepositorySteps.all;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of repositories of the caller and of anybody. */
@FixtureScenarios
abstract class UserRepositoriesScenarios {

    private static final String LIST = "/user/repos";

    private final RepositorySteps steps;

    UserRepositoriesScenarios(Fixture fixture) {
        this.steps = new RepositorySteps(fixture);
    }

    @BeforeEach
    void begin() {
        steps.begin();
    }

    private String names(String token, String path) {
        return all(steps.by(token).get(path).is(200).json(), "full_name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ghp_rae             | rae/eta rae/zeta shelf/alpha shelf/Beta shelf/delta shelf/epsilon shelf/gamma",
                "ghp_sam             | shelf/delta shelf/epsilon",
                "ghp_tia             | shelf/alpha shelf/Beta shelf/epsilon",
                "ghp_uma             | shelf/alpha",
                "ghp_rae_without     | rae/eta shelf/alpha shelf/gamma",
                "github_pat_rae_beta | rae/eta shelf/alpha shelf/Beta shelf/gamma",
                "ghu_rae             | rae/eta shelf/alpha shelf/delta shelf/gamma"
            })
    @DisplayName("GET /user/repos lists what the user owns, was given, or reaches as a member, as far as the token "
            + "reaches (decisions)")
    void showsTheirs(String token, String expected) {
        assertEquals(expected, names(token, LIST));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ghp_rae | affiliation=owner                     | rae/eta rae/zeta",
                "ghp_rae | affiliation=collaborator              | ''",
                "ghp_tia | affiliation=collaborator              | shelf/alpha",
                "ghp_tia | affiliation=organization_member       | shelf/Beta shelf/epsilon",
                "ghp_tia | affiliation=owner,collaborator        | shelf/alpha",
                "ghp_sam | affiliation=collaborator,organization_member | shelf/delta shelf/epsilon",
                "ghp_rae | visibility=all&affiliation=owner      | rae/eta rae/zeta",
                "ghp_rae | visibility=public                     | rae/eta shelf/alpha shelf/gamma",
                "ghp_rae | visibility=private                    | rae/zeta shelf/Beta shelf/delta shelf/epsilon",
                "ghp_rae | type=all&per_page=1                   | rae/eta",
                "ghp_rae | type=owner                            | rae/eta rae/zeta",
                "ghp_rae | type=public                           | rae/eta shelf/alpha shelf/gamma",
                "ghp_rae | type=private                          | rae/zeta shelf/Beta shelf/delta shelf/epsilon",
                "ghp_rae | type=member                           | shelf/alpha shelf/Beta shelf/delta shelf/epsilon shelf/gamma"
            })
    @DisplayName("GET /user/repos filters by visibility and affiliation, or by type in their place (decisions)")
    void filters(String token, String query, String expected) {
        assertEquals(expected, names(token, LIST + "?" + query));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sort=created&per_page=3                 | rae/eta rae/zeta shelf/epsilon",
                "sort=created&direction=asc&per_page=3&page=2 | shelf/delta shelf/epsilon rae/zeta",
                "sort=updated&per_page=4                 | rae/eta rae/zeta shelf/alpha shelf/Beta",
                "sort=pushed&per_page=3                  | shelf/delta shelf/alpha shelf/gamma",
                "direction=desc&per_page=3               | shelf/gamma shelf/epsilon shelf/delta",
                "since=2021-03-01T00:00:00Z              | rae/eta rae/zeta shelf/alpha",
                "before=2021-02-01T00:00:00Z             | shelf/delta shelf/epsilon",
                "since=2021-01-01T00:00:00Z&before=2021-05-01T00:00:00Z&sort=updated | shelf/alpha shelf/Beta shelf/gamma",
                "since=2021-01-01T00:00:00Z&before=2021-05-01T00:00:00Z&sort=created | shelf/gamma shelf/Beta shelf/alpha",
                "since=2021-05-01T00:00:00Z&before=2021-02-01T00:00:00Z | ''"
            })
    @DisplayName("GET /user/repos is in one order across owners, and lists what was updated in a span (decisions)")
    void orders(String query, String expected) {
        assertEquals(expected, names("ghp_rae", LIST + "?" + query));
    }

    @Test
    @DisplayName("GET /user/repos refuses type beside visibility or affiliation, and what these cannot be (reported)")
    void refuses() {
        String message = "If you specify visibility or affiliation, you cannot specify type.";
        for (String query : List.of("?type=all&visibility=all", "?type=owner&affiliation=owner")) {
            assertEquals(message, steps.by("ghp_rae").get(LIST + query).is(422).message());
        }
        for (String query : List.of("?type=forks", "?visibility=internal", "?affiliation=owner,friend", "?sort=age")) {
            steps.by("ghp_rae").get(LIST + query).is(422);
        }
        steps.by("-").get(LIST).is(401);
        steps.by("ghs_shelf").get(LIST).is(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rae, 7001 | ''          | rae/eta",
                "rae, 7001 | type=owner  | rae/eta",
                "tia, 7003 | type=owner  | ''",
                "tia, 7003 | type=member | shelf/alpha",
                "tia, 7003 | type=all    | shelf/alpha",
                "rae, 7001 | type=all    | rae/eta",
                "nell, 503 | sort=full_name&direction=desc | nell/plan nell/mould"
            })
    @DisplayName("GET /users/{username}/repos lists what is public, whoever asks; likewise by an id (decisions)")
    void listsPublicOnes(String who, String query, String expected) {
        String[] names = who.split(", ");
        for (String token : List.of("ghp_rae", "-", "ghs_shelf")) {
            assertEquals(expected, names(token, "/users/" + names[0] + "/repos?" + query));
            assertEquals(expected, names(token, "/user/" + names[1] + "/repos?" + query));
        }
    }

    @Test
    @DisplayName("GET /users/{username}/repos knows organizations, too (decisions)")
    void listsThoseOfOrganizations() {
        assertEquals("shelf/alpha shelf/gamma", names("-", "/users/shelf/repos"));
        assertEquals("atlas/globe atlas/mould", names("-", "/user/9501/repos"));
        assertEquals("shelf/gamma", names("-", "/user/97001/repos?page=2&per_page=1"));
        steps.by("-").get("/user/999999999/repos").is(404);
        steps.by("-").get("/users/nobody/repos").is(404);
    }
}
