package dev.hubtwin.internal.contract.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.net.httpserver.HttpServer;
import dev.hubtwin.Twin;
import dev.hubtwin.internal.contract.http.ControlClient;
import dev.hubtwin.internal.contract.http.ForgeableJwt;
import dev.hubtwin.internal.contract.support.TestTwin;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That a config is held against the server before anything runs. */
@DisplayName("A config is tried first:")
class ConfigCheckTest {

    private static final String KEY = ForgeableJwt.pem("second");
    private static Twin twin;

    @TempDir
    private Path folder;

    private HttpServer fake;
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private volatile String login = "\u001b[31mghp_wendy";

    @BeforeAll
    static void start() throws IOException {
        twin = TestTwin.start(resource("world.yaml").replace("KEY", new TextNode(KEY).toString()));
    }

    @AfterAll
    static void stop() {
        twin.close();
    }

    @BeforeEach
    void fake() throws IOException {
        fake = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        fake.createContext("/", exchange -> {
            try (exchange) {
                String path = exchange.getRequestURI().getPath();
                asked.add(exchange.getRequestMethod() + " " + path + " "
                        + exchange.getRequestHeaders().getFirst("Authorization"));
                byte[] body = (path.equals("/user") ? "{\"login\": %s}".formatted(new TextNode(login)) : "{}")
                        .getBytes(UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
                exchange.getResponseHeaders().add("X-RateLimit-Remaining", "0");
                exchange.sendResponseHeaders(statuses.getOrDefault(path, statuses.getOrDefault("*", 200)), body.length);
                exchange.getResponseBody().write(body);
            }
        });
        fake.start();
    }

    @AfterEach
    void stopFake() {
        fake.stop(0);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in =
                ConfigCheckTest.class.getResourceAsStream("/dev/hubtwin/internal/contract/foreign/" + name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private CapturedCommand run(String url, String config, String... more) throws IOException {
        Files.writeString(folder.resolve("app.pem"), KEY);
        Path file = Files.writeString(folder.resolve("names.yaml"), config);
        List<String> args = new ArrayList<>(
                List.of("--base-url", url, "--config", file.toString(), "--rule", "R62", "--no-strict"));
        args.addAll(List.of(more));
        return CapturedCommand.run(args.toArray(String[]::new));
    }

    private static String state() {
        return new ControlClient(URI.create(twin.url() + "/_twin"), Optional.empty())
                .state()
                .toString();
    }

    private String fakeUrl() {
        return "http://127.0.0.1:" + fake.getAddress().getPort();
    }

    @Test
    @DisplayName("one that matches runs; nothing is sent before but GET, and a POST that changes nothing")
    void matchingOnesRun() throws IOException {
        String before = state();
        CapturedCommand run = run(twin.url(), resource("names.yaml"), "--rule", "R62", "--read-only");
        assertEquals(0, run.status(), run.toString());
        assertEquals(before, state());
        assertTrue(
                run.said()
                        .contains(
                                "  Not checked: app.client_secret: that takes a POST, and nothing may be sent but GET\n"),
                run.said());
        assertTrue(
                run.said()
                        .contains(
                                "  Not checked: alerts.numbers: GET /repos/Mill/stones/code-scanning/alerts?per_page=100 was answered 404\n"),
                run.said());
        assertEquals(2, run.said().split("Not checked", -1).length - 1, run.said());
        assertEquals(0, run(twin.url(), resource("names.yaml")).status());
        CapturedCommand forbidden = run(twin.url(), resource("names.yaml") + "\nmay: {write: false}\n");
        assertTrue(forbidden.said().contains("Not checked: app.client_secret: that takes a POST"), forbidden.said());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "member: ghp_milo | member: ghp_otto | tokens.member: is a token of `otto`, but users.member is `milo`",
                "member: ghp_milo | member: ghp_nobody | tokens.member: the server refuses it, GET /user was answered 401",
                "owner: ghp_wendy, | owner: ghp_wendy_bare, | tokens.owner: lacks the scopes admin:org, admin:org_hook, repo, security_events, user",
                "ghp_wendy_bare | ghp_wendy | tokens.without_scopes: has the scopes admin:org, admin:org_hook, repo, security_events, user, but must have none",
                "without_scopes: ghp_wendy_bare | without_scopes: ghp_milo | tokens.without_scopes: `milo` is a member of mill, and must be an owner of it",
                "organization: mill | organization: brooks | organization: the server has no organization `brooks`",
                "owner: wendy | owner: milo | users.owner: `milo` is a member of mill, and must be an owner of it",
                "member: milo | member: zora | users.member: `zora` is an owner of mill, and must be a member of it",
                "outsider: otto | outsider: clara | users.outsider: `clara` is an outside collaborator of mill, and must be a stranger to it",
                "invitee: ines | invitee: paul | users.invitee: `paul` is invited to mill, and must be a stranger to it",
                "invitee: ines | invitee: nobody-at-all | users.invitee: the server has no user `nobody-at-all`",
                "pending: paul | pending: ines | users.pending: `ines` is a stranger to mill, and must be invited to it",
                "collaborator: clara | collaborator: ines | users.collaborator: `ines` is a stranger to mill, and must be an outside collaborator of it",
                "id: 77 | id: 78 | app.id: the server has no such app",
                "Iv1.sluicesluicesl01 | Iv1.sluicesluicesl02 | app.client_id: is Iv1.sluicesluicesl02, but the app that app.private_key belongs to has Iv1.sluicesluicesl01",
                "sluice-secret | sluice-secrets | app.client_secret: the server refuses it for app.client_id Iv1.sluicesluicesl01, POST /applications/Iv1.sluicesluicesl01/token was answered 401",
                "installation: 88 | installation: 89 | app.installation: is on `Brook`, but organization is `mill`",
                "installation: 88 | installation: 90 | app.installation: the app has no installation 90",
                "user_token: ghu_wendy | user_token: ghp_otto | app.user_token: is not a token of an app, GET /user/installations?per_page=100 was answered 403",
                "repository_id: 4001 | repository_id: 4999 | alerts.repository_id: the server has no repository 4999",
            })
    @DisplayName("a mistake is a sentence with the key, and 2; nothing runs")
    void mistakesAreTold(String right, String wrong, String sentence) throws IOException {
        CapturedCommand run = run(twin.url(), resource("names.yaml").replace(right, wrong));
        assertEquals(2, run.status(), run.toString());
        assertTrue(run.complaint().contains("\n  " + sentence + "\n"), run.complaint());
        assertFalse(run.said().contains("[ 1/"), run.said());
        for (String secret : resource("names.yaml").split("[^\\w-]+")) {
            assertFalse(
                    secret.matches("gh[pu]_\\w+|sluice-secret")
                            && run.complaint().contains(secret),
                    run.complaint());
        }
    }

    @Test
    @DisplayName("all mistakes are told at once, and --no-check-config runs all the same")
    void allAtOnce() throws IOException {
        String config = resource("names.yaml")
                .replace("member: ghp_milo", "member: ghp_otto")
                .replace("invitee: ines", "invitee: milo")
                .replace("installation: 88", "installation: 89");
        CapturedCommand run = run(twin.url(), config);
        assertEquals(
                "contract-tests: the config does not match " + twin.url() + "\n"
                        + "  tokens.member: is a token of `otto`, but users.member is `milo`\n"
                        + "  users.invitee: `milo` is a member of mill, and must be a stranger to it\n"
                        + "  app.installation: is on `Brook`, but organization is `mill`\n"
                        + "  app.user_token: its user does not reach the installation 89\n",
                run.complaint());
        CapturedCommand unchecked = run(twin.url(), config, "--no-check-config");
        assertEquals(1, unchecked.status(), unchecked.toString());
        assertTrue(unchecked.said().contains("[ 1/"), unchecked.said());
        assertFalse(unchecked.said().contains("Not checked"), unchecked.said());
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 501, 500, 503})
    @DisplayName("a server that does not know the question, or cannot answer, is no mistake")
    void partialFakesRun(int status) throws IOException {
        statuses.put("*", status);
        CapturedCommand run = run(fakeUrl(), resource("names.yaml"));
        assertTrue(
                run.said()
                        .contains(
                                "  Not checked: tokens.owner, tokens.member, tokens.outsider, tokens.pending, tokens.without_scopes, "
                                        + "app.user_token: GET /user was answered " + status + "\n"),
                run.toString());
        assertTrue(
                run.said().contains("  Not checked: organization: GET /orgs/mill was answered " + status + "\n"),
                run.said());
        assertTrue(run.said().contains("[ 1/"), run.toString());
    }

    @Test
    @DisplayName("a fake that knows whose a token is, and nothing else, is asked what it knows before a 404 counts")
    void smallFakesRun() throws IOException {
        statuses.putAll(Map.of("*", 404, "/user", 200, "/app", 200));
        login = "wendy";
        CapturedCommand run = run(
                fakeUrl(),
                resource("names.yaml").replaceAll("(?m)^tokens:.*", "tokens: {owner: ghp_wendy}"),
                "--read-only");
        assertTrue(run.said().contains("[ 1/"), run.toString());
        assertTrue(
                run.said().contains("  Not checked: organization: GET /orgs/mill was answered 404\n"), run.toString());
        assertTrue(
                run.said().contains("  Not checked: alerts.repository_id: GET /repositories/4001 was answered 404\n"),
                run.toString());
        assertTrue(
                run.said().contains("  Not checked: app.installation: GET /app/installations/88 was answered 404\n"),
                run.toString());
        statuses.put("/orgs/mill", 200);
        CapturedCommand more = run(
                fakeUrl(),
                "organization: mill\nusers: {owner: wendy, member: milo}\ntokens: {owner: ghp_wendy}",
                "--read-only");
        assertTrue(
                more.said().contains("  Not checked: users.owner: GET /orgs/mill/memberships/wendy was"),
                more.toString());
    }

    @Test
    @DisplayName("only what is configured is asked, once, and no answer steers the terminal or has a secret repeated")
    void asksLittle() throws IOException {
        CapturedCommand run =
                run(fakeUrl(), "tokens: {owner: ghp_wendy, member: ghp_wendy}\nusers: {owner: wendy}", "--read-only");
        assertTrue(
                run.said()
                        .contains(
                                "Not checked: tokens.owner, tokens.member: GET /user was answered with something unknown\n"),
                run.said());
        assertFalse((run.said() + run.complaint()).matches("(?s).*(ghp_wendy|\u001b).*"), run.toString());
        assertEquals(List.of("GET /user Bearer ghp_wendy"), askedBy("ghp_wendy"));
    }

    @Test
    @DisplayName("when the rate limit of a token is used up, it asks no more")
    void endsWithTheRateLimit() throws IOException {
        login = "wendy";
        statuses.put("/orgs/mill/memberships/wendy", 403);
        CapturedCommand run = run(
                fakeUrl(),
                "organization: mill\ntokens: {owner: ghp_wendy}\nusers: {owner: wendy, member: milo}",
                "--read-only");
        assertTrue(
                run.said().contains("  Not checked: users.owner, users.member: the rate limit is used up\n"),
                run.said());
        assertEquals(
                List.of("/user", "/orgs/mill", "/orgs/mill/memberships/wendy"),
                askedBy("ghp_wendy").stream()
                        .limit(3)
                        .map(request -> request.split(" ")[1])
                        .toList());
        assertFalse(asked.toString().contains("/memberships/milo"), asked::toString);
    }

    private List<String> askedBy(String token) {
        return asked.stream().filter(request -> request.contains(token)).toList();
    }
}
