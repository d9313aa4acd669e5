package dev.hubtwin.internal.contract.protocol;

import static dev.hubtwin.internal.contract.scenario.Checks.given;
import static dev.hubtwin.internal.contract.scenario.Checks.hold;
import static dev.hubtwin.internal.contract.scenario.ServerUnderTest.NOBODY;
import static dev.hubtwin.internal.contract.scenario.ServerUnderTest.NOTHING;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.description.Description;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.scenario.PortableScenarios;
import dev.hubtwin.internal.contract.scenario.Reads;
import dev.hubtwin.internal.contract.scenario.ServerUnderTest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who has no credential, or none that is good, at each operation of the documents. Everything is asked about things
 * that nobody has, so nothing comes to harm where a server is wrong.
 */
@PortableScenarios
@Reads({})
public abstract class PortableCredentialsScenarios {

    private static final List<Description.Operation> DOCUMENTED = Description.PUBLISHED.operations().stream()
            .filter(operation -> !operation.node().path("x-hubtwin-addition").asBoolean())
            .toList();

    private final ServerUnderTest server;

    protected PortableCredentialsScenarios(ServerUnderTest server) {
        this.server = server;
    }

    @ParameterizedTest(name = "{0}", quoteTextArguments = false)
    @MethodSource("documented")
    @DisplayName("Every operation of the documents refuses an unknown token with 401, public ones too (R136)")
    void refusesUnknownTokens(String operation) {
        refused(ask(server.bearing("Bearer ghp_" + "hubtwinKnowsNobodyWhoHasThisToken0000"), operation));
    }

    @ParameterizedTest(name = "{0}", quoteTextArguments = false)
    @MethodSource("documented")
    @DisplayName("Every operation of the documents refuses an unknown name and password with 401 (R146)")
    void refusesUnknownPasswords(String operation) {
        refused(ask(server.basic("Iv1." + NOBODY, "no-secret-of-anybody"), operation));
    }

    @ParameterizedTest(name = "{0}", quoteTextArguments = false)
    @MethodSource("documented")
    @DisplayName("Every operation of the documents refuses with 401 what looks like a JSON web token and cannot be "
            + "decoded (R124)")
    void refusesBrokenJsonWebTokens(String operation) {
        refused(ask(server.bearing("Bearer eyJhbGciOiJSUzI1NiJ9.hubtwin.bm9uZQ"), operation));
    }

    @ParameterizedTest(name = "{0}", quoteTextArguments = false)
    @MethodSource("guarded")
    @DisplayName("Every operation of the documents that needs a credential is refused without one, with the status of "
            + "the description (R45, R59, R76, R104, R124)")
    void refusesTheAnonymous(String operation) {
        JsonNode credentials = operation(operation).node().path("x-hubtwin-credentials");
        server.expect(
                ask(server.anonymous(), operation),
                credentials.at("/refusals/anonymous").asInt(401),
                401,
                403,
                404);
    }

    @ParameterizedTest(name = "{0}", quoteTextArguments = false)
    @MethodSource("forApps")
    @DisplayName("Every operation for apps decodes no JSON web token after another word than Bearer (reported)")
    void refusesJsonWebTokensOtherwise(String operation) {
        HttpAnswer answer = ask(server.bearing("token eyJhbGciOiJSUzI1NiJ9.hubtwin.bm9uZQ"), operation);
        refused(answer);
        server.byConvention(() -> hold(
                answer.message().equals("A JSON web token could not be decoded"),
                answer,
                "the message that a JSON web token could not be decoded"));
    }

    static List<String> forApps() {
        return DOCUMENTED.stream()
                .filter(operation -> kinds(operation).equals("[\"app\"]"))
                .map(PortableCredentialsScenarios::text)
                .toList();
    }

    static List<String> documented() {
        return DOCUMENTED.stream().map(PortableCredentialsScenarios::text).toList();
    }

    static List<String> guarded() {
        return DOCUMENTED.stream()
                .filter(operation -> !kinds(operation).contains("\"anonymous\""))
                .map(PortableCredentialsScenarios::text)
                .toList();
    }

    private static String kinds(Description.Operation operation) {
        return operation.node().at("/x-hubtwin-credentials/kinds").toString();
    }

    private static String text(Description.Operation operation) {
        return operation.method() + " " + operation.path();
    }

    private static Description.Operation operation(String text) {
        return DOCUMENTED.stream()
                .filter(operation -> text(operation).equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static HttpAnswer ask(TestClient calls, String text) {
        Description.Operation operation = operation(text);
        String path = operation
                .path()
                .replaceAll("\\{[a-z_]*(_id|number)}", Long.toString(NOTHING))
                .replaceAll("\\{[a-z_]+}", NOBODY);
        return operation.method().equals("GET") ? calls.get(path) : calls.send(operation.method(), path, "{}");
    }

    private void refused(HttpAnswer answer) {
        given(
                answer.status() != 403 || !answer.text().contains("login attempts"),
                "the server counts bad credentials and now refuses all: " + answer.request());
        server.expect(answer, 401);
    }
}
