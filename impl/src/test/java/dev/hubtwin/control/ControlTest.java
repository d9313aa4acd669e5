package dev.hubtwin.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.Twin;
import dev.hubtwin.seed.Seeds;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The control API")
class ControlTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
  private static final String SEED = """
      users: [{login: olivia}]
      organizations: [{login: acme, description: Anvils, members: [{login: olivia, role: admin}]}]
      tokens: [{token: ghp_olivia, user: olivia, scopes: ["admin:org"]}]
      """;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static Twin twin;

  @BeforeAll
  static void start() {
    twin = Twin.start(Seeds.read(SEED, "application/yaml", NOON), new Twin.Options("127.0.0.1", 0, CLOCK, Optional.empty()));
  }

  @AfterAll
  static void stop() {
    twin.close();
    assertEquals(java.util.List.of(), twin.breaches());
  }

  @BeforeEach
  void reset() throws Exception {
    assertEquals(204, send("POST", "reset", "").statusCode());
  }

  @Test
  void healthSaysThatItIsUp() throws Exception {
    JsonNode health = json(send("GET", "health", ""));
    assertEquals("up", health.path("status").asText());
    assertEquals(1, health.path("worlds").asInt());
    assertTrue(health.path("version").asText().matches("[0-9]+\\.[0-9]+\\.[0-9]+.*"));
  }

  @Test
  void whatIsExportedImportsToTheSameBytes() throws Exception {
    for (String type : new String[] {"application/json", "application/yaml"}) {
      String exported = send("GET", "state", "", "Accept", type).body();
      assertEquals(204, send("PUT", "state", exported, "Content-Type", type).statusCode());
      HttpResponse<String> again = send("GET", "state", "", "Accept", type);
      assertEquals(exported, again.body());
      assertEquals(type + "; charset=utf-8", again.headers().firstValue("Content-Type").orElseThrow());
    }
  }

  @Test
  void postAddsAndPatchMergesAndDeletes() throws Exception {
    assertEquals(204, send("POST", "state", "{\"users\": [{\"login\": \"zoe\"}]}").statusCode());
    assertEquals(200, api("/users/zoe"));
    assertEquals(204, send("PATCH", "state", "organizations: [{login: ACME, description: null}]").statusCode());
    assertTrue(twin.worlds().now().accounts().organization("acme").orElseThrow().profile().description() == null);
    assertEquals(204, send("PATCH", "state", "users: [{login: zoe, $delete: true}]").statusCode());
    assertEquals(404, api("/users/zoe"));
  }

  @ParameterizedTest(name = "{0} {1}: {2} at {3}, line {4}")
  @CsvSource(delimiter = '|', value = {
    "POST | {\"users\": [{\"login\": \"Olivia\"}]} | 422 | users[0].login | 1",
    "PUT | 'organizations:~  - login: acme~    members: [{login: bob}]' | 422 | organizations[0].members[0].login | 3",
    "PUT | {\"nonsense\": []} | 422 | nonsense | 1",
    "PATCH | {\"users\": [{\"login\": \"olivia\", \"id\": \"one\"}]} | 422 | users[0].id | 1",
    "PUT | {\"users\": [ | 400 | '' | 1",
  })
  void whatIsRefusedChangesNothingAndSaysWhere(String verb, String body, int status, String path, int line) throws Exception {
    String before = send("GET", "state", "").body();
    HttpResponse<String> refused = send(verb, "state", body.replace('~', '\n'));
    assertEquals(status, refused.statusCode(), refused.body());
    assertEquals(path, json(refused).at("/errors/0/path").asText());
    assertEquals(line, json(refused).at("/errors/0/line").asInt());
    assertEquals(before, send("GET", "state", "").body());
  }

  @Test
  void mailsAreListedUntilAReset() throws Exception {
    send("POST", "state", "{\"users\": [{\"login\": \"zoe\"}]}");
    CLIENT.send(request("/orgs/acme/memberships/zoe").PUT(BodyPublishers.noBody()).build(), BodyHandlers.discarding());
    assertEquals(
        "[{\"number\":1,\"subject\":\"invited\",\"to\":\"zoe\",\"organization\":\"acme\",\"sent_at\":\"2026-01-01T12:00:00Z\"}]",
        send("GET", "mails", "").body());
    send("POST", "reset", "");
    assertEquals("[]", send("GET", "mails", "").body());
  }

  @Test
  void whatIsDueHasHappenedBeforeTheNextRequestSeesTheWorld() throws Exception {
    send("POST", "state", "{\"users\": [{\"login\": \"zoe\"}]}");
    send("PATCH", "state", "organizations: [{login: acme, members: [{login: zoe, state: pending}]}]");
    assertEquals(200, api("/orgs/acme/memberships/zoe"));
    send("PATCH", "state", "settings: {clock: PT168H}");
    assertEquals(404, api("/orgs/acme/memberships/zoe"));
  }

  @Test
  void resetGoesBackToTheStartWithItsTokensAndLimits() throws Exception {
    send("PUT", "state", "users: [{login: nobody}]");
    assertEquals(401, api("/user"));
    send("POST", "reset", "");
    assertEquals(200, api("/user"));
    JsonNode limits = json(CLIENT.send(request("/rate_limit").build(), BodyHandlers.ofString()));
    assertEquals(1, limits.at("/rate/used").asInt());
  }

  @ParameterizedTest(name = "{0}: {1} is {2}")
  @CsvSource({
    "Origin, http://evil.example, 403",
    "Origin, null, 403",
    "Host, evil.example, 403",
    "Host, localhost.evil.example, 403",
    "Host, localhost:8080, 200",
    "Host, 127.0.0.1, 200",
    "Host, world.localhost, 200",
  })
  void takesNothingThatAForeignPageCouldSend(String name, String value, int status) throws Exception {
    assertEquals(status, RawRequest.status(twin.url(), "GET", "/_twin/health", name + ": " + value));
  }

  @Test
  void beyondLoopbackItDemandsItsToken() throws Exception {
    Twin.Options open = new Twin.Options("0.0.0.0", 0, CLOCK, Optional.of("let-me-in"));
    try (Twin exposed = Twin.start(Seeds.read(SEED, "application/yaml", NOON), open)) {
      String url = exposed.url().replace("0.0.0.0", "127.0.0.1");
      assertEquals(401, RawRequest.status(url, "GET", "/_twin/state", "Host: localhost"));
      assertEquals(401, RawRequest.status(url, "GET", "/_twin/state", "Host: localhost\r\nAuthorization: Bearer wrong"));
      assertEquals(200, RawRequest.status(url, "GET", "/_twin/state", "Host: localhost\r\nAuthorization: Bearer let-me-in"));
      assertEquals(200, RawRequest.status(url, "GET", "/orgs/acme", "Host: api.github.com\r\nUser-Agent: test"));
    }
  }

  private static int api(String path) throws IOException, InterruptedException {
    return CLIENT.send(request(path).build(), BodyHandlers.discarding()).statusCode();
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(twin.url() + path)).header("Authorization", "token ghp_olivia");
  }

  private static HttpResponse<String> send(String verb, String what, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(twin.url() + "/_twin/" + what))
        .method(verb, BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> response) throws IOException {
    return new ObjectMapper().readTree(response.body());
  }
}
