package dev.hubtwin.internal.contract.repositories;

import static dev.hubtwin.internal.contract.repositories.RepositorySteps.all;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who has made commits in a repository, as far as the state says. */
@FixtureScenarios
abstract class ContributorsScenarios {

    private static final String DELTA = "/repos/shelf/delta/contributors";

    private final Fixture fixture;
    private final RepositorySteps steps;

    ContributorsScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.steps = new RepositorySteps(fixture);
    }

    @BeforeEach
    void begin() {
        steps.begin();
        fixture.merge(
                "{\"repositories\": [{\"owner\": \"shelf\", \"name\": \"delta\", \"contributors\": "
                        + "[{\"login\": \"sam\"}, {\"login\": \"tia\", \"contributions\": 7}, {\"login\": \"rae\", \"contributions\": 7}]}]}");
    }

    @Test
    @DisplayName("GET /repos/{owner}/{repo}/contributors lists the most diligent first (decisions)")
    void lists() {
        for (String path : List.of(DELTA, "/repositories/7204/contributors")) {
            JsonNode found = steps.by("ghp_rae").get(path + "?anon=1").is(200).json();
            assertEquals("rae tia sam", all(found, "login"));
            assertEquals("7 7 1", all(found, "contributions"));
            assertEquals(
                    "sam",
                    all(
                            steps.by("ghp_rae")
                                    .get(path + "?per_page=2&page=2")
                                    .is(200)
                                    .json(),
                            "login"));
        }
    }

    @Test
    @DisplayName("GET /repos/{owner}/{repo}/contributors is 204 where nothing was ever pushed, and an empty list where "
            + "nobody is known to have (decisions)")
    void knowsEmptyOnes() {
        steps.by("-").get("/repos/rae/eta/contributors").is(204);
        steps.by("-").get("/repositories/7207/contributors").is(204);
        assertEquals(
                "[]",
                steps.by("-").get("/repos/shelf/alpha/contributors").is(200).text());
    }

    @Test
    @DisplayName("GET /repos/{owner}/{repo}/contributors is 404 for who may not read the repository (decisions)")
    void isForReaders() {
        steps.by("ghp_sam").get(DELTA).is(200);
        for (String token : List.of("ghp_tia", "ghp_rae_without", "-")) {
            steps.by(token).get(DELTA).is(404);
            steps.by(token).get("/repositories/7204/contributors").is(404);
        }
    }
}
