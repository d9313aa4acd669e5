package dev.hubtwin.internal.contract.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.ForgeableJwt;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the scenarios of apps and installations share. Most of them are about pilot, and about quay. */
public abstract class AppSteps extends PeopleSteps {

    public static final String INSTALLATIONS = "/app/installations";
    public static final String QUAY = INSTALLATIONS + "/601";
    public static final String SUSPENDED = "This installation has been suspended";

    /** Calls with a JSON web token. */
    public TestClient as(ForgeableJwt jwt) {
        return bearing("Bearer " + jwt.text());
    }

    /** Calls with some {@code Authorization}. */
    public TestClient bearing(String authorization) {
        return as(FixtureIdentity.ANONYMOUS).with("Authorization", authorization);
    }

    /** Calls with a client id and its secret, or with anything else that is a name and a password. */
    public TestClient client(String id, String secret) {
        return bearing("Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(UTF_8)));
    }

    /** Calls of pilot. */
    public TestClient pilot() {
        return as(ForgeableJwt.pilot());
    }

    public static HttpAnswer post(TestClient calls, String path, String body) {
        return calls.send("POST", path, BodyPublishers.ofString(body));
    }

    public static HttpAnswer put(TestClient calls, String path) {
        return calls.send("PUT", path, BodyPublishers.noBody());
    }

    public static HttpAnswer delete(TestClient calls, String path) {
        return calls.send("DELETE", path, BodyPublishers.noBody());
    }

    /** Makes a token of pilot in quay. */
    public HttpAnswer token(String body) {
        return post(pilot(), QUAY + "/access_tokens", body);
    }

    /** Calls with a token that an answer has. */
    public TestClient with(HttpAnswer made) {
        return bearing("token " + made.member("token"));
    }

    /** The {@code id} of each element. */
    public static List<Integer> ids(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.path("id").asInt())
                .toList();
    }
}
