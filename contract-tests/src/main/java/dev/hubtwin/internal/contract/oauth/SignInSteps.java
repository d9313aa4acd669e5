package dev.hubtwin.internal.contract.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.scenario.Fixture;
import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;

/** Steps of the scenarios in which users sign in. */
record SignInSteps(Fixture fixture) {

    static final String DASHBOARDS = "0a1b2c3d4e5f60718293";
    static final String DASHBOARDS_SECRET = "oauth-secret";
    static final String PILOT = "Iv1.pilotpilotpilot1";
    static final String PILOT_SECRET = "pilot-secret";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Returns names and values as a form, or as a query. */
    static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Returns a client that sends JSON, and asks for it. */
    TestClient json() {
        return fixture.as(FixtureIdentity.ANONYMOUS).with("Accept", "application/json");
    }

    /** Exchanges something for a token. */
    JsonNode exchange(Map<String, String> parameters) {
        return post("/login/oauth/access_token", parameters).is(200).json();
    }

    /** Sends parameters as JSON. */
    HttpAnswer post(String path, Map<String, String> parameters) {
        return json().post(path, JSON.valueToTree(parameters).toString());
    }

    /** Returns where the browser goes when a user approves what an app asks with these parameters. */
    String approved(String user, Map<String, String> parameters) {
        return decided(Map.of("url", "http://any.example/login/oauth/authorize?" + form(parameters), "user", user));
    }

    /** Returns where the browser goes when a user refuses. */
    String denied(String user, Map<String, String> parameters) {
        return decided(Map.of(
                "url", "http://any.example/login/oauth/authorize?" + form(parameters), "user", user, "denied", true));
    }

    /** Decides for a user, and returns where the browser goes. */
    String decided(Map<String, Object> decision) {
        return fixture.control()
                .post("/approvals", JSON.valueToTree(decision).toString())
                .is(200)
                .member("location");
    }

    /** Returns the value that a parameter has in an address. */
    static String parameter(String address, String name) {
        return address.replaceFirst(".*[?&]" + name + "=", "").replaceFirst("&.*", "");
    }

    /** Checks an error, and that it is explained. */
    static void assertRefused(String error, JsonNode answer) {
        assertEquals(error, answer.path("error").asText(), answer::toString);
        assertEquals(
                "true true true",
                answer.path("access_token").isMissingNode() + " "
                        + !answer.path("error_description").asText().isEmpty() + " "
                        + answer.path("error_uri").asText().startsWith("https://docs.github.com/"));
    }
}
