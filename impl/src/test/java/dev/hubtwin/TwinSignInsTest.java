package dev.hubtwin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Users who are asked to sign in, and answer without a browser. */
class TwinSignInsTest {

    private static final Twin TWIN = Twin.start();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String CLIENT = "client_id=0a1b2c3d4e5f60718293";
    private static final String SECRET = "&client_secret=demo-oauth-secret";
    private static final String CALLBACK = "http://localhost:3000/callback";

    private TwinWorld world;

    @BeforeEach
    void begin() {
        world = TWIN.fork("sign-ins");
    }

    @AfterEach
    void drop() {
        TWIN.drop("sign-ins");
    }

    @AfterAll
    static void close() {
        TWIN.close();
    }

    @Test
    void anApprovedAppGetsAToken() throws Exception {
        String location = world.signIns().approve(authorization(), "mike").toString();
        assertTrue(location.startsWith(CALLBACK + "?code="), location);
        String code = location.substring(location.indexOf('=') + 1);
        JsonNode token = post("/login/oauth/access_token", CLIENT + SECRET + "&code=" + code);
        assertEquals("mike", login(token.path("access_token").asText()));
    }

    @Test
    void aDeniedAppIsToldSo() {
        String location = world.signIns().deny(authorization(), "mike").toString();
        assertTrue(location.startsWith(CALLBACK + "?error=access_denied"), location);
    }

    @Test
    void aDeviceIsApprovedOrDeniedByItsCode() throws Exception {
        JsonNode approved = post("/login/device/code", CLIENT);
        world.signIns().approveDevice(approved.path("user_code").asText(), "mike");
        assertEquals("mike", login(poll(approved).path("access_token").asText()));
        JsonNode denied = post("/login/device/code", CLIENT);
        world.signIns().denyDevice(denied.path("user_code").asText(), "mike");
        assertEquals("access_denied", poll(denied).path("error").asText());
    }

    @Test
    void whatNobodyIsAskedIsRefused() {
        TwinSignIns signIns = world.signIns();
        assertThrows(IllegalArgumentException.class, () -> signIns.approve(authorization(), "nobody"));
        assertThrows(IllegalArgumentException.class, () -> signIns.approve(URI.create(world.url()), "mike"));
        assertThrows(IllegalArgumentException.class, () -> signIns.approveDevice("AAAA-AAAA", "mike"));
    }

    private URI authorization() {
        return URI.create(world.url() + "/login/oauth/authorize?" + CLIENT + "&redirect_uri=" + CALLBACK);
    }

    private JsonNode poll(JsonNode device) throws Exception {
        return post(
                "/login/oauth/access_token",
                CLIENT + "&grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code="
                        + device.path("device_code").asText());
    }

    private String login(String token) throws Exception {
        return send(request("/user").header("Authorization", "Bearer " + token))
                .path("login")
                .asText();
    }

    private JsonNode post(String path, String form) throws Exception {
        return send(request(path)
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(world.url() + path)).header("User-Agent", "a test");
    }

    private static JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return new ObjectMapper()
                .readTree(HTTP.send(request.build(), BodyHandlers.ofString()).body());
    }
}
