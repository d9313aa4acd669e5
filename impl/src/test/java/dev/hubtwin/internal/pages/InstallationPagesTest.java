package dev.hubtwin.internal.pages;

import static dev.hubtwin.internal.pages.PagesTwin.SITE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.internal.pages.BrowserVisit.Seen;
import dev.hubtwin.internal.world.app.Installation;
import dev.hubtwin.internal.world.app.RepositoryChoice;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The pages on which an app is installed")
class InstallationPagesTest {

    private static final String TAKEN = "/apps/taken/installations";
    private static final String EAGER = "/apps/eager/installations";
    private static PagesTwin place;

    @BeforeAll
    static void start() {
        place = PagesTwin.onLoopback();
    }

    @AfterAll
    static void stop() {
        place.close();
    }

    @BeforeEach
    void reset() throws Exception {
        place.reset();
    }

    @Test
    @DisplayName("tell the app's webhook, in the name of who installs")
    void tell() throws Exception {
        assertEquals(
                204,
                place.visit()
                        .control(
                                "PATCH", "state", "apps: [{slug: taken, webhook: {url: \"http://127.0.0.1:9/app\"}}]"));
        for (String repositories : new String[] {"widgets", "gears", "gears"}) {
            Seen shown = place.visit().get(TAKEN + "/new?account=acme");
            place.visit()
                    .post(
                            TAKEN,
                            "token",
                            shown.token(),
                            "repository_selection",
                            "selected",
                            "repository",
                            repositories);
        }
        JsonNode told = new ObjectMapper()
                .readTree(place.visit().get("/_twin/deliveries").page());
        assertEquals(
                List.of("installation", "installation_repositories", "installation_repositories"),
                told.findValuesAsText("event"));
        assertEquals(List.of("created", "added", "removed"), told.findValuesAsText("action"));
    }

    @Test
    @DisplayName("install an app on selected repositories and lead to its setup_url")
    void install() throws Exception {
        Seen shown = place.visit().get(TAKEN + "/new?account=acme&state=s%20t");
        assertTrue(shown.page().contains("value=\"gears\""), shown.page());
        Seen sent = place.visit()
                .post(
                        TAKEN,
                        "token",
                        shown.token(),
                        "repository_selection",
                        "selected",
                        "repository",
                        "widgets",
                        "more_repositories",
                        " GEARS, widgets ");
        assertEquals(302, sent.status(), sent.page());
        Installation made = on("taken", "acme").orElseThrow();
        assertEquals(
                "https://taken.example/setup?a=1&installation_id=" + made.id() + "&setup_action=install&state=s+t#end",
                sent.header("Location"));
        assertEquals(RepositoryChoice.of(List.of(11L, 12L)), made.selection());
        assertEquals("read", made.permissions().get("metadata"));
        assertEquals(List.of("push"), made.events());
        assertEquals(PagesTwin.NOON, made.createdAt());
    }

    @Test
    @DisplayName("show what it reaches where it is installed, and change that, its id and permissions staying")
    void update() throws Exception {
        place.visit()
                .post(
                        TAKEN,
                        "token",
                        token(TAKEN, "acme"),
                        "repository_selection",
                        "selected",
                        "repository",
                        "widgets");
        Installation first = on("taken", "acme").orElseThrow();
        place.wait(60);
        Seen shown = place.visit().get(TAKEN + "/new?account=acme");
        assertTrue(shown.page().contains("value=\"widgets\" checked>"), shown.page());
        assertTrue(shown.page().contains("value=\"gears\">"), shown.page());
        Seen same = place.visit()
                .post(TAKEN, "token", shown.token(), "repository_selection", "selected", "repository", "widgets");
        assertEquals(200, same.status());
        assertEquals(first, on("taken", "acme").orElseThrow());
        assertTrue(same.page().contains("Taken &lt;b&gt; is updated"), same.page());
        place.visit().post(TAKEN, "token", shown.token(), "repository_selection", "all");
        Installation changed = on("taken", "acme").orElseThrow();
        assertEquals(first.reaching(RepositoryChoice.ALL, PagesTwin.NOON.plusSeconds(60)), changed);
    }

    @Test
    @DisplayName("lead to the setup_url after a change only if the app wants that")
    void updateAndTell() throws Exception {
        place.visit().post(EAGER, "token", token(EAGER, ""), "repository_selection", "all");
        Seen sent = place.visit()
                .post(EAGER, "token", token(EAGER, ""), "repository_selection", "selected", "repository", "gears");
        assertEquals(
                "https://eager.example?installation_id="
                        + on("eager", "acme").orElseThrow().id() + "&setup_action=update",
                sent.header("Location"));
    }

    @Test
    @DisplayName("say so themselves when an app has no address that a browser could be sent to")
    void sayThemselves() throws Exception {
        Seen sent = place.visit()
                .post(
                        "/apps/quiet/installations",
                        "token",
                        token("/apps/quiet/installations", "olivia"),
                        "repository_selection",
                        "all");
        assertEquals(200, sent.status());
        assertTrue(sent.page().contains("It reaches all repositories of <strong>olivia</strong>"), sent.page());
    }

    @ParameterizedTest
    @CsvSource({
        "/apps/nope/installations/new, 404",
        "/apps/TAKEN/installations/new, 200",
        "/apps/taken/installations/new?account=nope, 404",
        "/apps/taken/installations/new?user=nope, 422",
        "/apps/taken/installations/new?user=mike, 200",
        "/apps/taken/installations/new?user=mike&account=acme, 403",
        "/apps/taken/installations/new?account=mike, 403",
        "/apps/eager/installations/new?account=olivia, 403",
        "/apps/eager/installations/new?user=mike, 200",
        "/apps/quiet/installations/new?account=acme, 404",
    })
    @DisplayName("are for who owns the account, for public apps and the owner's own, and not while one is suspended")
    void areForOwners(String path, int status) throws Exception {
        Seen shown = place.visit().get(path);
        assertEquals(status, shown.status(), shown.page());
        assertEquals("text/html; charset=utf-8", shown.header("Content-Type"));
        assertFalse(path.contains("mike") && shown.page().contains("gears"), shown.page());
    }

    @Test
    @DisplayName("judge the right to install once more when the form is sent")
    void judgeAgain() throws Exception {
        String token = token(TAKEN, "acme");
        merge("organizations: [{login: acme, members: [{login: mike, role: admin}, {login: olivia, role: member}]}]");
        assertEquals(
                403,
                place.visit()
                        .post(TAKEN, "token", token, "repository_selection", "all")
                        .status());
        assertTrue(on("taken", "acme").isEmpty());
    }

    @Test
    @DisplayName("take repositories that the account has, at least one, or all")
    void takeItsRepositories() throws Exception {
        String before = place.state();
        String token = token(TAKEN, "acme");
        for (String[] fields : new String[][] {
            {},
            {"repository_selection", "some"},
            {"repository_selection", "selected"},
            {"repository", "widgets"},
            {"repository_selection", "selected", "repository", "notes"},
            {"repository_selection", "selected", "more_repositories", "widgets <script>"}
        }) {
            String[] all = new String[fields.length + 2];
            all[0] = "token";
            all[1] = token;
            System.arraycopy(fields, 0, all, 2, fields.length);
            Seen sent = place.visit().post(TAKEN, all);
            assertEquals(422, sent.status(), sent.page());
            assertFalse(sent.page().contains("<script"), sent.page());
        }
        assertEquals(before, place.state());
    }

    @Test
    @DisplayName("take no token of another app, world or time, and none from a foreign page")
    void takeNoForeignToken() throws Exception {
        String token = token(TAKEN, "acme");
        String before = place.state();
        assertEquals(
                403,
                place.visit()
                        .postFrom(SITE, TAKEN, "token", token, "repository_selection", "all")
                        .status());
        assertEquals(
                403,
                place.visit()
                        .post(EAGER, "token", token, "repository_selection", "all")
                        .status());
        assertEquals(
                403,
                place.visit()
                        .post("/settings/apps", "token", token, "user", "olivia")
                        .status());
        assertEquals(
                403, place.visit().post(TAKEN, "repository_selection", "all").status());
        assertEquals(
                403,
                new BrowserVisit(place.url() + "/w/default")
                        .post(TAKEN, "token", token + "x", "repository_selection", "all")
                        .status());
        place.wait(3_600);
        assertEquals(
                403,
                place.visit()
                        .post(TAKEN, "token", token, "repository_selection", "all")
                        .status());
        assertEquals(before, place.state());
    }

    @Test
    @DisplayName("tell nothing of what there is beyond loopback, and ask for the control token")
    void areGuardedBeyondLoopback() throws Exception {
        try (PagesTwin exposed = new PagesTwin("0.0.0.0", Optional.of("let-me-in"))) {
            Seen shown = exposed.visit().get(TAKEN + "/new?user=mike&account=acme");
            assertEquals(200, shown.status());
            assertFalse(shown.page().contains("gears"), shown.page());
            assertEquals(
                    403,
                    exposed.visit()
                            .post(TAKEN, "token", shown.token(), "repository_selection", "all")
                            .status());
            assertEquals(
                    403,
                    exposed.visit()
                            .post(
                                    TAKEN,
                                    "token",
                                    shown.token(),
                                    "repository_selection",
                                    "all",
                                    "control_token",
                                    "let-me-in")
                            .status());
            String good = exposed.visit().get(TAKEN + "/new?account=acme").token();
            assertEquals(
                    302,
                    exposed.visit()
                            .post(TAKEN, "token", good, "repository_selection", "all", "control_token", "let-me-in")
                            .status());
        }
    }

    @ParameterizedTest
    @CsvSource({"evil.example, 403", "localhost:1, 200", "127.0.0.1, 200", "default.localhost, 200"})
    @DisplayName("are shown on loopback under its own names only, or a site could read their tokens")
    void areShownUnderTheirName(String host, int status) throws Exception {
        URI url = URI.create(place.url());
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + TAKEN + "/new HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes());
            String answer = new String(socket.getInputStream().readAllBytes());
            assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
        }
    }

    private static String token(String path, String account) throws Exception {
        return place.visit().get(path + "/new?account=" + account).token();
    }

    private static Optional<Installation> on(String app, String account) {
        return place.world()
                .apps()
                .installations()
                .on(
                        place.world().apps().slugged(app).orElseThrow().id(),
                        place.world().accounts().account(account).orElseThrow().id());
    }

    private static void merge(String state) throws Exception {
        assertEquals(204, place.visit().control("PATCH", "state", state));
    }
}
