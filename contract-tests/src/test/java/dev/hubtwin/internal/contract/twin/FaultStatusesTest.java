package dev.hubtwin.internal.contract.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.description.Description;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import dev.hubtwin.internal.contract.support.TwinExtension;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * A fault can have any operation answer with any status that the description lists for it, as it is described there; in
 * the full form at both roots, else at the one or the other in turn.
 */
@FixtureScenarios
@ExtendWith(TwinExtension.class)
@Tag("slow")
class FaultStatusesTest {

    static final List<String> OPERATIONS = Description.PUBLISHED.operations().stream()
            .map(Description.Operation::id)
            .toList();
    private static final boolean IS_FULL = Boolean.getBoolean("hubtwin.full");
    private static final String FAULTS = "/faults";
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
        statuses(operation).forEach(status -> {
            fault("{\"operations\": [\"" + id + "\"], \"status\": " + status + ", \"times\": 1}");
            call(operation).is(Integer.parseInt(status));
        });
        fixture.control()
                .get(FAULTS)
                .is(200)
                .json()
                .forEach(fault -> assertEquals(1, fault.path("hits").asInt(), id + " is served by " + fault));
    }

    private List<String> statuses(Description.Operation operation) {
        List<String> all = new ArrayList<>();
        operation.node().path("responses").fieldNames().forEachRemaining(all::add);
        int parity = fixture.target().enterprise() ? 1 : 0;
        return IntStream.range(0, all.size())
                .filter(index -> IS_FULL || index % 2 == parity)
                .mapToObj(all::get)
                .toList();
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
        fixture.control().send("POST", FAULTS, BodyPublishers.ofString(fault)).is(201);
    }
}
