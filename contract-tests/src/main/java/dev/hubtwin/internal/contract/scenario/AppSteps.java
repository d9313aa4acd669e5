package dev.hubtwin.internal.contract.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.ForgeableJwt;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;

/** Steps of the scenarios about apps and installations. Most of them are about pilot, and about quay. */
public record AppSteps(Fixture fixture) {

    public static final String INSTALLATIONS = "/app/installations";
    public static final String QUAY = INSTALLATIONS + "/601";
    public static final String SUSPENDED = "This installation has been suspended";

    /** Returns a client with a JSON web token. */
    public TestClient as(ForgeableJwt jwt) {
        return bearing("Bearer " + jwt.text());
    }

    /** Returns a client with that {@code Authorization}. */
    public TestClient bearing(String authorization) {
        return fixture.as(FixtureIdentity.ANONYMOUS).with("Authorization", authorization);
    }

    /** Returns a client with a client id and its secret, or with another name and password. */
    public TestClient client(String id, String secret) {
        return bearing("Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(UTF_8)));
    }

    /** Returns a client of pilot. */
    public TestClient pilot() {
        return as(ForgeableJwt.pilot());
    }

    /** Makes a token of pilot in quay. */
    public HttpAnswer token(String body) {
        return pilot().post(QUAY + "/access_tokens", body);
    }

    /** Returns a client with the token of an answer. */
    public TestClient with(HttpAnswer made) {
        return bearing("token " + made.member("token"));
    }

    /** Returns the {@code id} of each element. */
    public static List<Integer> ids(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.path("id").asInt())
                .toList();
    }
}
