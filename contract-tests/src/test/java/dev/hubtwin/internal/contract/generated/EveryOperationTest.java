package dev.hubtwin.internal.contract.generated;

import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.description.Description;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import dev.hubtwin.internal.contract.support.TwinExtension;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every operation there is, once for each sort of caller. */
@FixtureScenarios
@ExtendWith(TwinExtension.class)
@Tag("slow")
class EveryOperationTest {

    static final List<String> OPERATIONS = Description.PUBLISHED.operations().stream()
            .map(operation -> operation.method() + " " + operation.path())
            .toList();

    private static final Map<String, String> VALUES = Map.of(
            "org",
            "tinker",
            "owner",
            "acme",
            "repo",
            "widgets",
            "username",
            "mike",
            "organization_id",
            "9001",
            "repository_id",
            "501",
            "app_slug",
            "twin-app",
            "installation_id",
            "555");
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    private final Fixture fixture;

    EveryOperationTest(Fixture fixture) {
        this.fixture = fixture;
    }

    @ParameterizedTest
    @FieldSource("OPERATIONS")
    @DisplayName("Every operation of the description answers as it is described, whoever calls")
    void answersAsDescribed(String operation) {
        fixture.restoreAfterwards();
        String path = PARAMETER
                .matcher(operation.substring(operation.indexOf(' ') + 1))
                .replaceAll(parameter -> VALUES.getOrDefault(parameter.group(1), "1"));
        for (FixtureIdentity who : List.of(
                FixtureIdentity.ANONYMOUS,
                FixtureIdentity.OUTSIDER,
                FixtureIdentity.MEMBER,
                FixtureIdentity.OWNER,
                FixtureIdentity.INSTALLATION_WITHOUT_PLAN)) {
            fixture.as(who).send(operation.substring(0, operation.indexOf(' ')), path, BodyPublishers.ofString("{}"));
        }
    }
}
