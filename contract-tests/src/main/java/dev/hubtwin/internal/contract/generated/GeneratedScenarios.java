package dev.hubtwin.internal.contract.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.description.Description;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.scenario.AppSteps;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Requests that are derived from the description; the parameter {@value #SEED} of the test run draws other ones. */
@FixtureScenarios
public abstract class GeneratedScenarios {

    /**
     * The parameter, or system property, that says where the drawing of values begins: a whole number, 1 unless it is
     * set.
     */
    public static final String SEED = "hubtwin.contract.seed";

    private static final int SHOWN = 10;

    private final Fixture fixture;
    private final AppSteps apps;

    protected GeneratedScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.apps = new AppSteps(fixture);
    }

    /** Each operation that bears the tag of the contract, with the seed. */
    static final class Operations implements ArgumentsProvider {

        @Override
        public Stream<Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
            long seed = context.getConfigurationParameter(SEED, Long::valueOf).orElse(1L);
            String tag = context.getRequiredTestClass()
                    .getEnclosingClass()
                    .getAnnotation(Tag.class)
                    .value();
            return Description.PUBLISHED.operations().stream()
                    .filter(operation -> operation.tag().equals(tag))
                    .map(operation -> Arguments.of(operation.id(), seed));
        }
    }

    @ParameterizedTest(name = "{0}")
    @ArgumentsSource(GeneratedScenarios.Operations.class)
    @DisplayName("Every operation takes what fits the description, refuses what does not and changes nothing then, and "
            + "each answer fits (decisions)")
    void areAnsweredAsDescribed(String id, long seed) {
        Description.Operation operation = Description.PUBLISHED.operations().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        boolean reads = operation.method().equals("GET");
        if (!reads) {
            fixture.restoreAfterwards();
        }
        FixtureValues names = FixtureValues.of(operation);
        List<RequestCase> cases = CaseGenerator.of(operation, names, seed);
        List<String> faults = CaseRunner.of(
                        caller(operation, names),
                        reads ? Optional.empty() : fixture.target().control())
                .all(cases);
        assertEquals(
                "",
                faults.stream().limit(SHOWN).collect(Collectors.joining("\n\n")),
                () -> faults.size() + " of " + cases.size() + " requests; the seed is " + seed + "\n");
    }

    private TestClient caller(Description.Operation operation, FixtureValues names) {
        String kinds = operation.node().at("/x-hubtwin-credentials/kinds").toString();
        return switch (kinds) {
            case "[\"app\"]" -> apps.pilot();
            case "[\"client\"]" -> apps.client("Iv1.pilotpilotpilot1", "pilot-secret");
            case "[\"installation\"]" -> fixture.as(FixtureIdentity.PILOT_IN_QUAY);
            default -> fixture.as(names.who());
        };
    }
}
