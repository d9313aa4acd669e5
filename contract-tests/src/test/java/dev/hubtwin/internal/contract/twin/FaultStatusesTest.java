package dev.hubtwin.internal.contract.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.description.Description;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import dev.hubtwin.internal.contract.support.TwinExtension;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * A fault can have any operation answer with any status that the description lists for it, as it is described there.
 */
@FixtureScenarios
@ExtendWith(TwinExtension.class)
class FaultStatusesTest {

    static final List<String> OPERATIONS = Description.PUBLISHED.operations().stream()
            .map(Description.Operation::id)
            .toList();
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

    private final Fixture fixture;

    FaultStatusesTest(Fixture fixture) {
        this.fixture = fixture;
    }

    @BeforeEach
    void changesTheWorld() {
        fixture.restoreAfterwards();
    }

    @ParameterizedTest
    @FieldSource("OPERATIONS")
    @DisplayName("Every status of every operation fits its description when a fault answers it (R26, R33 among them)")
    void fitsItsDescription(String id) {
        Description.Operation operation = operation(id);
        operation.node().path("responses").fieldNames().forEachRemaining(status -> {
            fault("{\"operations\": [\"" + id + "\"], \"status\": " + status + ", \"times\": 1}");
            HttpAnswer answer = call(operation);
            assertEquals(
                    1,
                    fixture.control().get(faults()).is(200).json().at("/0/hits").asInt(),
                    id + " is served");
            answer.is(Integer.parseInt(status));
            fixture.control().send("DELETE", faults(), BodyPublishers.noBody()).is(204);
        });
    }

    @ParameterizedTest
    @CsvSource({"exhausted, 403", "exhausted, 429", "secondary, 403", "secondary, 429"})
    @DisplayName("A refusal by a limit fits the description of every operation (R26)")
    void limitsFitTheDescription(String limit, int status) {
        fault("{\"rate_limit\": \"" + limit + "\", \"status\": " + status + "}");
        for (String id :
                List.of("orgs/get", "orgs/list-members", "users/get-authenticated", "orgs/set-membership-for-user")) {
            call(operation(id)).is(status);
        }
    }

    private HttpAnswer call(Description.Operation operation) {
        String path = PARAMETER.matcher(operation.path()).replaceAll("1");
        return fixture.as(FixtureIdentity.OWNER).send(operation.method(), path, BodyPublishers.ofString("{}"));
    }

    private static Description.Operation operation(String id) {
        return Description.PUBLISHED.operations().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void fault(String fault) {
        fixture.control().send("POST", faults(), BodyPublishers.ofString(fault)).is(201);
    }

    private String faults() {
        return "/faults";
    }
}
