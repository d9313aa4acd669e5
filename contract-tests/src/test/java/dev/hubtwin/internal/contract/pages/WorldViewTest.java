package dev.hubtwin.internal.contract.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.Twin;
import dev.hubtwin.internal.contract.support.TestTwin;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The page of a world, in Chromium")
@Tag("slow")
class WorldViewTest extends BrowserTestBase {

    private static final Map<String, List<String>> SECTIONS = Map.of(
            "organizations",
                    List.of(
                            "acme",
                            "'\"><svg onload=hacked=3>",
                            "</p><script>hacked = 4</script>",
                            "owner",
                            "pending",
                            "team-script",
                            "widgets: push",
                            "…@127.0.0.1:9/hook",
                            "<img src=x onerror=hacked=7>",
                            "able",
                            "mike-the-other",
                            "plan enterprise"),
            "users",
                    List.of(
                            "olivia",
                            "<script>hacked = 1</script>",
                            "\"><img src=x onerror=\"hacked = 2\">",
                            "no second factor",
                            "site admin",
                            "signed in"),
            "repositories", List.of("acme/widgets", "private", "mike-the-other: push", "1 alert"),
            "apps",
                    List.of(
                            "Able <script>hacked = 11</script>",
                            "metadata: read",
                            "70",
                            "<script>hacked = 9</script>",
                            "<script>hacked = 12</script>"),
            "tokens",
                    List.of(
                            "ghp_…wner",
                            "admin:org, admin:org_hook, repo",
                            "<script>hacked = 13</script>",
                            "installation 70",
                            "revoked"),
            "clock", List.of("running"),
            "worlds", List.of("default", "by-path", "by-host"),
            "settings", List.of("deliver to", "loopback"),
            "faults", List.of("Nothing goes wrong."),
            "snapshots", List.of("No moment has a name."));
    private static final List<String> SECRETS = List.of(
            OLIVIA,
            "ghs_installation",
            "ghp_revoked",
            "hook-secret",
            "sesame",
            "oauth-secret",
            "client-secret",
            "app-secret",
            "manifest-code");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d",
                "http://127.0.0.1:%d/w/by-path",
                "http://by-host.localhost:%d",
                "http://127.0.0.1:%d/w/by-path/api/v3"
            })
    @DisplayName("shows every section, names that would be scripts as texts, and no secret")
    void showsEverything(String root) {
        look(root.formatted(URI.create(twin.url()).getPort()));
        unfold();
        SECTIONS.forEach((section, texts) ->
                texts.forEach(text -> assertTrue(shown(section).contains(text), text + " in " + shown(section))));
        String source = chromium.source();
        SECRETS.forEach(secret -> assertFalse(source.contains(secret), secret));
        assertEquals(
                0L, chromium.run("return document.querySelectorAll('main script, main img, main svg, main b').length"));
        assertEquals(0L, chromium.run("""
        return [...document.querySelectorAll('*')].filter(one => [...one.attributes].some(at => /^on/.test(at.name))).length"""));
        String name = root.contains("by-path") ? "by-path" : root.contains("by-host") ? "by-host" : "default";
        assertEquals("World " + name, chromium.run("return document.querySelector('h1').innerText"));
    }

    @Test
    @DisplayName("shows one section at a time, by its address, and none of them is a long page")
    void showsOneSection() throws Exception {
        for (int i = 0; i < 200; i++) {
            send("GET", "/orgs/acme/members?page=" + i, "");
        }
        look(twin.url());
        awaitShown("requests", "Show more: 20 of 200 are shown");
        Object names = chromium.run("return [...document.querySelectorAll('#nav a')].map(one => one.hash.slice(1))");
        assertEquals(15, ((List<?>) names).size());
        for (Object name : (List<?>) names) {
            turnTo(name.toString());
            assertEquals(
                    List.of(name),
                    chromium.run(
                            "return [...document.querySelectorAll('main section:not([hidden])')].map(one => one.id)"));
            assertEquals("#" + name, chromium.run("return document.querySelector('#nav [aria-current=page]').hash"));
            assertEquals(name, chromium.run("return document.activeElement.id"));
            assertEquals(true, chromium.run("return document.documentElement.scrollHeight < 2000"), name.toString());
        }
        chromium.open(twin.url() + "/_twin/#tokens");
        chromium.until("return document.getElementById('tokens').innerText.includes('revoked')");
        chromium.until("return document.title === 'Tokens · default · Hubtwin'");
    }

    @Test
    @DisplayName("comes from this server alone, and does not fetch the world again while it is the same")
    void isCheapToWatch() {
        look(twin.url());
        String states = "performance.getEntriesByType('resource').filter(one => one.name.includes('/_twin/state'))";
        chromium.until("return " + states + ".length > 2");
        assertEquals(
                List.of(200L, 304L), chromium.run("return " + states + ".slice(0, 2).map(one => one.responseStatus)"));
        assertEquals(true, chromium.run("""
        return performance.getEntriesByType('resource').map(one => one.name)
          .every(name => name.startsWith(arguments[0] + '/_twin/') || name.startsWith('data:'))""", twin.url()));
    }

    /** Each width and each taste once; in the full form, each with each. */
    static Stream<Arguments> screens() {
        return Stream.of(
                        Arguments.of(375, false),
                        Arguments.of(1280, true),
                        Arguments.of(375, true),
                        Arguments.of(1280, false))
                .limit(Boolean.getBoolean("hubtwin.full") ? 4 : 2);
    }

    @ParameterizedTest
    @MethodSource("screens")
    @DisplayName("is accessible as far as axe can tell, and no wider than its screen, in light and dark")
    void isAccessible(int width, boolean dark) throws Exception {
        chromium.screen(width, 800, dark);
        send(
                "GET",
                "/orgs/acme?" + "x".repeat(300),
                "",
                "User-Agent",
                "<script>hacked = 14</script>" + "y".repeat(300));
        send("PUT", "/orgs/acme/memberships/mike-the-other", "{\"role\": \"member\"}");
        send("GET", "/orgs/acme/<nowhere>".replace("<", "%3C").replace(">", "%3E"), "");
        send(
                "POST",
                "/_twin/faults",
                "{\"path\": \"/<img src=x onerror=hacked=15>\", \"status\": 404, \"operations\": [\"orgs/get\"]}");
        send("PUT", "/_twin/snapshots/before", "");
        look(twin.url());
        awaitShown("mails", "mike-the-other");
        awaitShown("deliveries", "failed");
        unfold();
        turnTo("send");
        chromium.until("return document.querySelectorAll('#operation option').length > 46");
        chromium.clickOn("#request button.main");
        chromium.until("return document.querySelector('#answer pre') !== null");
        unfold();
        assertEquals(List.of(), chromium.violations());
        assertEquals(true, chromium.run("return document.documentElement.scrollWidth <= arguments[0]", width));
        turnTo("reset");
        chromium.clickOn("#reset-world");
        assertEquals(List.of(), chromium.violations());
    }

    @ParameterizedTest
    @MethodSource("screens")
    @DisplayName("and so are the pages of manifests, installations and sign-ins, and refusals")
    void areAccessible(int width, boolean dark) throws Exception {
        chromium.screen(width, 800, dark);
        for (String path : List.of(
                "/settings/apps/new",
                "/apps/able/installations/new?user=olivia&account=acme",
                "/login/oauth/authorize?client_id=0a1b2c3d4e5f60718293",
                "/login/device",
                "/organizations/nowhere/settings/apps/new")) {
            chromium.open(twin.url() + path);
            assertEquals(List.of(), chromium.violations(), path);
            assertEquals(
                    true, chromium.run("return document.documentElement.scrollWidth <= arguments[0]", width), path);
        }
        chromium.complaints(); // of the last one, which is a 404
    }

    @Test
    @DisplayName("shows a large world by its beginning, and more on demand")
    void showsTheBeginning() throws Exception {
        String users = IntStream.range(0, 3_000)
                .mapToObj(i -> "{\"login\":\"user-" + i + "\"}")
                .collect(Collectors.joining(","));
        String members = IntStream.range(0, 3_000)
                .mapToObj(i -> "{\"login\":\"user-" + i + "\"}")
                .collect(Collectors.joining(","));
        String state =
                "{\"users\":[" + users + "],\"organizations\":[{\"login\":\"large\",\"members\":[" + members + "]}]}";
        assertEquals(204, send("POST", "/_twin/state", state).statusCode());
        look(twin.url());
        awaitShown("users", "Show more: 50 of 3,004 are shown");
        unfold();
        awaitShown("organizations", "Show more: 50 of 3,000 are shown");
        chromium.run("document.querySelector('#users .more button').click()");
        awaitShown("users", "Show more: 250 of 3,004 are shown");
        assertEquals(true, chromium.run("return document.querySelectorAll('tr').length < 500"));
    }

    @Test
    @DisplayName("asks for the control token beyond loopback, shows nothing before, and keeps it to itself")
    void asksForTheToken() throws Exception {
        Twin.Options open = Twin.Options.LOCAL.withHost("0.0.0.0").withControlToken("let-me-in-please");
        try (Twin exposed = TestTwin.start(resource("hostile.yaml"), open)) {
            chromium.open(exposed.url().replace("0.0.0.0", "127.0.0.1") + "/_twin/");
            chromium.until("return !document.getElementById('login').hidden");
            assertFalse(chromium.source().contains("acme"), chromium.source());
            chromium.type("#login input", "wrong\n");
            awaitShown("login", "takes its control token");
            chromium.type("#login input", "let-me-in-please\n");
            chromium.until("return document.querySelector('#organizations article') !== null");
            assertFalse(chromium.source().contains("let-me-in-please"));
            assertEquals(0L, chromium.run("return localStorage.length"));
            chromium.open("about:blank");
            assertTrue(chromium.complaints().stream().allMatch(one -> one.contains("401")));
        }
    }
}
