package dev.hubtwin.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.WithTwin;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Operations that the twin serves already, and those that it does not. */
@ExtendWith(WithTwin.class)
class EveryOperationTest extends Scenarios {

  static final List<String> OPERATIONS = Description.PUBLISHED.operations().stream()
      .map(operation -> operation.method() + " " + operation.path()).toList();

  private static final Map<String, String> VALUES = Map.of(
      "org", "tinker", "owner", "acme", "repo", "widgets", "username", "mike",
      "organization_id", "9001", "repository_id", "501", "app_slug", "twin-app", "installation_id", "555");
  private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

  @ParameterizedTest
  @FieldSource("OPERATIONS")
  @DisplayName("Every operation of the description, served or not, answers as it is described")
  void answersAsDescribed(String operation) {
    keep("tinker");
    String path = PARAMETER.matcher(operation.substring(operation.indexOf(' ') + 1))
        .replaceAll(parameter -> VALUES.getOrDefault(parameter.group(1), "1"));
    for (Who who : List.of(Who.ANONYMOUS, Who.OUTSIDER, Who.MEMBER, Who.OWNER, Who.INSTALLATION_WITHOUT_PLAN)) {
      as(who).send(operation.substring(0, operation.indexOf(' ')), path, BodyPublishers.ofString("{}"));
    }
  }

  @ParameterizedTest
  @CsvSource({"GET, /orgs/acme/hooks", "POST, /orgs/acme/hooks", "DELETE, /orgs/acme/hooks/1"})
  @DisplayName("An operation that is not served yet is 404, as a path of no operation is")
  void isNotThereYet(String method, String path) {
    Answer answer = as(Who.OWNER).send(method, path, BodyPublishers.ofString("{")).is(404);
    assertEquals(as(Who.OWNER).get("/orgs/acme/unheard").json(), answer.json());
  }
}
