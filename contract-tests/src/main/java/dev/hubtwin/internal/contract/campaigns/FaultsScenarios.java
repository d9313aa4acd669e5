package dev.hubtwin.internal.contract.campaigns;

import static dev.hubtwin.internal.contract.scenario.SampleReads.operation;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.description.Description;
import dev.hubtwin.internal.contract.description.Description.Operation;
import dev.hubtwin.internal.contract.description.KnownExceptions;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import dev.hubtwin.internal.contract.scenario.SampleReads;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The answers that GitHub documents and that only a fault brings (R26, R33). */
@FixtureScenarios
abstract class FaultsScenarios {

    private static final String SECONDARY = "#about-secondary-rate-limits";
    private static final String BODY = """
      {"name": "Fog", "description": "Lift it", "ends_at": "2099-01-01T00:00:00Z",
       "code_scanning_alerts": [{"repository_id": 742, "alert_numbers": [1]}]}""";

    private final Fixture fixture;

    FaultsScenarios(Fixture fixture) {
        this.fixture = fixture;
    }

    static Stream<String> unavailable() {
        return Description.PUBLISHED.operations().stream()
                .filter(operation -> KnownExceptions.isByFault(Description.PUBLISHED, operation, 503))
                .map(Operation::id);
    }

    @BeforeEach
    void setsFaults() {
        fixture.restoreAfterwards();
    }

    private void fault(String fault) {
        fixture.control().send("POST", "/faults", fault).is(201);
    }

    private HttpAnswer call(Operation operation) {
        return fixture.as(FixtureIdentity.ADA)
                .send(
                        operation.method(),
                        new SampleReads(fixture).path(operation),
                        operation.method().equals("POST") ? BODY : "");
    }

    @ParameterizedTest
    @MethodSource("unavailable")
    @DisplayName("Every operation on campaigns may be out of service: 503 with a code, and nothing is changed (R33)")
    void isOutOfService(String id) {
        List<String> before = campaigns();
        fault("{\"operations\": [\"" + id + "\"], \"status\": 503, \"times\": 1}");
        HttpAnswer refused = call(operation(id)).is(503);
        assertTrue(Stream.of("code", "message", "documentation_url").allMatch(refused.json()::has), refused::text);
        assertEquals(before, campaigns());
        assertTrue(call(operation(id)).status() < 300, "once");
    }

    @Test
    @DisplayName("POST /orgs/{org}/campaigns is 429 for a caller that is too fast: it is told to wait, and "
            + "nothing is created (R26)")
    void isTooFast() {
        List<String> before = campaigns();
        fault(
                "{\"operations\": [\"campaigns/create-campaign\"], \"rate_limit\": \"secondary\", \"status\": 429, \"times\": 1}");
        HttpAnswer refused = call(operation("campaigns/create-campaign")).is(429);
        assertTrue(refused.message().startsWith("You have exceeded a secondary rate limit"), refused::text);
        assertEquals("60", refused.header("Retry-After"));
        assertTrue(refused.json().path("documentation_url").asText().endsWith(SECONDARY), refused::text);
        assertEquals(before, campaigns());
        call(operation("campaigns/create-campaign")).is(200);
    }

    private List<String> campaigns() {
        return fixture.as(FixtureIdentity.ADA)
                .get("/orgs/atlas/campaigns")
                .is(200)
                .json()
                .findValuesAsText("number");
    }
}
