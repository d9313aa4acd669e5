package dev.hubtwin.internal.contract.installations;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.scenario.AppSteps;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How installations tell the time. */
@FixtureScenarios
abstract class InstallationDatesScenarios {

    private static final String MILLISECONDS = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}";

    private final Fixture fixture;
    private final AppSteps apps;

    InstallationDatesScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.apps = new AppSteps(fixture);
    }

    @ParameterizedTest
    @ValueSource(strings = {AppSteps.INSTALLATIONS, AppSteps.QUAY, "/orgs/quay/installation"})
    @DisplayName("GET /app/installations, /app/installations/{installation_id} and /orgs/{org}/installation give dates "
            + "with milliseconds (recorded)")
    void tellAppsMilliseconds(String path) {
        JsonNode answer = apps.pilot().get(path).is(200).json();
        dated(answer.isArray() ? answer.get(0) : answer, "Z");
    }

    @Test
    @DisplayName("GET /orgs/{org}/installations gives dates with milliseconds and an offset (recorded)")
    void tellOrganizationsAnOffset() {
        dated(
                fixture.as(FixtureIdentity.OWNER)
                        .get("/orgs/acme/installations")
                        .is(200)
                        .json()
                        .at("/installations/0"),
                "\\+00:00");
    }

    private static void dated(JsonNode installation, String zone) {
        for (String name : new String[] {"created_at", "updated_at"}) {
            String date = installation.path(name).asText();
            assertTrue(date.matches(MILLISECONDS + zone), name + ": " + date);
        }
    }
}
