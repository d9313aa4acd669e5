package dev.hubtwin.internal.pages;

import static dev.hubtwin.internal.pages.PagesTwin.SITE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.pages.BrowserVisit.Seen;
import dev.hubtwin.internal.world.app.ManifestCode;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The pages on which a manifest becomes an app")
class AppPagesTest {

    private static final String OWN = "/settings/apps";
    private static final String ACME = "/organizations/acme/settings/apps";
    private static final String MANIFEST = """
      {"name": "Fresh App", "url": "https://fresh.example",
       "redirect_url": "http://127.0.0.1:9/back?a=1#end", "default_permissions": {"issues": "write"}}""";
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

    @ParameterizedTest
    @CsvSource({OWN + ", 1", ACME + ", 9"})
    @DisplayName("lead from a foreign site to its redirect_url, with a code that makes the owner's app (R128)")
    void leadBackWithACode(String path, long owner) throws Exception {
        Seen shown = place.visit().postFrom(SITE, path + "/new?state=a%26b%0Ac", "manifest", MANIFEST);
        assertEquals(200, shown.status());
        Seen sent = place.visit().post(path, "token", shown.token(), "user", "Olivia");
        assertEquals(302, sent.status(), sent.page());
        String location = sent.header("Location");
        assertTrue(
                location.matches("http://127\\.0\\.0\\.1:9/back\\?a=1&code=[0-9a-f]{40}&state=a%26b%0Ac#end"),
                location);
        String code = location.replaceFirst(".*code=([0-9a-f]*).*", "$1");
        ManifestCode made = place.world().apps().code(code).orElseThrow();
        assertEquals(owner, made.ownerId());
        assertEquals(PagesTwin.NOON, made.createdAt());
        assertEquals(
                201,
                place.visit().post("/app-manifests/" + code + "/conversions").status());
        assertEquals(
                owner, place.world().apps().slugged("fresh-app").orElseThrow().ownerId());
    }

    @Test
    @DisplayName("change nothing when a manifest is sent, from wherever")
    void changeNothingYet() throws Exception {
        String before = place.state();
        assertEquals(
                200,
                place.visit().postFrom(SITE, OWN + "/new", "manifest", MANIFEST).status());
        assertEquals(
                200,
                place.visit()
                        .postFrom("null", ACME + "/new", "manifest", MANIFEST)
                        .status());
        assertEquals(200, place.visit().get(ACME + "/new?state=x").status());
        assertEquals(before, place.state());
    }

    @Test
    @DisplayName("keep the name of their world in forms, and its codes in it")
    void stayInTheirWorld() throws Exception {
        assertEquals(201, place.visit().control("PUT", "worlds/ci-1", ""));
        BrowserVisit there = new BrowserVisit(place.url() + "/w/ci-1");
        Seen shown = there.postFrom(SITE, OWN + "/new", "manifest", MANIFEST);
        assertTrue(shown.page().contains("action=\"/w/ci-1/settings/apps\""), shown.page());
        assertEquals(
                403,
                place.visit()
                        .post(OWN, "token", shown.token(), "user", "olivia")
                        .status());
        assertEquals(
                302, there.post(OWN, "token", shown.token(), "user", "olivia").status());
        assertTrue(place.world().apps().codes().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", ".", "e30.", "e30.AAAA", "bnVsbA.AAAA", "%00.%00", "a.b.c"})
    @DisplayName("take no token that they did not make")
    void takeNoForgedToken(String token) throws Exception {
        assertRefused(403, place.visit().post(OWN, "token", token, "user", "olivia"));
    }

    @Test
    @DisplayName("take a token for an hour, for its owner, from their own origin, unchanged, and not for another form")
    void takeNoForeignToken() throws Exception {
        String token =
                place.visit().postFrom(SITE, OWN + "/new", "manifest", MANIFEST).token();
        assertRefused(403, place.visit().postFrom(SITE, OWN, "token", token, "user", "olivia"));
        assertRefused(403, place.visit().postFrom("null", OWN, "token", token, "user", "olivia"));
        assertRefused(403, place.visit().post(ACME, "token", token, "user", "olivia"));
        assertRefused(403, place.visit().post(OWN, "token", "A" + token, "user", "olivia"));
        assertRefused(403, place.visit().post(OWN, "token", token + "A", "user", "olivia"));
        assertRefused(403, place.visit().post(OWN, "user", "olivia"));
        assertRefused(
                403, place.visit().post("/apps/taken/installations", "token", token, "repository_selection", "all"));
        place.wait(3_600);
        assertRefused(403, place.visit().post(OWN, "token", token, "user", "olivia"));
        place.reset();
        place.wait(3_599);
        assertEquals(
                302, place.visit().post(OWN, "token", token, "user", "olivia").status());
    }

    @Test
    @DisplayName(
            "give another code when a form is sent again, each good for one app, of which only the first has the name")
    void giveAnotherCodeAgain() throws Exception {
        String token =
                place.visit().postFrom(SITE, OWN + "/new", "manifest", MANIFEST).token();
        String first = place.visit().post(OWN, "token", token, "user", "olivia").header("Location");
        assertNotEquals(
                first, place.visit().post(OWN, "token", token, "user", "olivia").header("Location"));
        assertEquals(
                201,
                place.visit()
                        .post("/app-manifests/" + first.replaceFirst(".*code=([0-9a-f]*).*", "$1") + "/conversions")
                        .status());
        assertRefused(422, place.visit().post(OWN, "token", token, "user", "olivia"));
    }

    @ParameterizedTest
    @CsvSource({OWN + ", nobody, 422", OWN + ", acme, 422", OWN + ", '', 422", ACME + ", mike, 403", OWN + ", mike, 302"
    })
    @DisplayName("act for a user that there is, for an organization for one of its owners")
    void actForWhoMay(String path, String user, int status) throws Exception {
        String token = place.visit()
                .postFrom(SITE, path + "/new", "manifest", MANIFEST)
                .token();
        assertEquals(
                status, place.visit().post(path, "token", token, "user", user).status());
        assertEquals(status == 302 ? 1 : 0, place.world().apps().codes().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name': 'TAKEN &#60;B>', 'url': 'http://a', 'redirect_url': 'http://a'} | Name is already taken",
                "{'name': 'taken', 'url': 'http://a', 'redirect_url': 'http://a'} | Name is already taken",
                "{'name': 'Acme', 'url': 'http://a', 'redirect_url': 'http://a'} | Name is already taken",
                "{'name': 'A', 'url': 'http://a', 'redirect_url': 'http://a', 'default_events': ['installation']} | Default events unsupported: installation",
                "{'name': 'A', 'url': 'http://a', 'redirect_url': 'http://a', 'default_events': ['push']} | Default events are not supported by permissions: push",
                "{'name': 'A', 'url': 'http://a', 'redirect_url': 'http://a', 'default_permissions': {'starlight': 'read'}} | Default permissions unsupported: starlight",
                "{'name': 'A', 'url': 'http://a', 'redirect_url': 'http://a', 'hook_attributes': {'url': 'http://a', 'insecure_ssl': '1'}} | &quot;insecure_ssl&quot; is not a permitted key of hook_attributes.",
                "{'name': 'A', 'url': 'http://a'} | Redirect url must be a valid URL",
                "{'name': 'A', 'url': 'http://a', 'redirect_url': 'javascript:alert(1)'} | Redirect url must be a valid URL",
                "{'name': 'A', 'url': 'http://a', 'redirect_url': '//a/b'} | Redirect url must be a valid URL",
                "{'name': 'A', 'url': '//a', 'redirect_url': 'http://a'} | Url must be a valid URL",
                "{'name': 'A', 'url': 'http://a', 'redirect_url': 'http:a'} | Redirect url must be a valid URL",
                "{'name': 'A', 'url': 'http://a', 'redirect_url': 'http://a/\\r\\nX-Evil: 1'} | Redirect url must be a valid URL",
                "{'name': 'A', 'url': 'http://a', 'redirect_url': {'a': 'http://a'}} | Redirect url must be a valid URL",
                "{'name': 'A', 'url': 'http://a', 'redirect_url': 'http://a', 'setup_url': 'data:text/html,x'} | Setup url must be a valid URL",
                "{'name': 'A', 'url': 'http://a', 'redirect_url': 'http://a', 'setup_on_update': 1} | Setup on update must be true or false",
                "{'name': '\\ud800', 'url': 'http://a', 'redirect_url': 'http://a'} | Manifest is not text",
                "{'name': 1e400, 'url': 'http://a', 'redirect_url': 'http://a'} | Name can&#39;t be blank",
                "[[['x']]] | Name can&#39;t be blank",
                "null | Name can&#39;t be blank",
                "'' | Name can&#39;t be blank",
                "{ | Manifest is not JSON",
                "<script>alert(1)</script> | Manifest is not JSON"
            })
    @DisplayName("say what is wrong with a manifest, as its conversion would")
    void sayWhatIsWrong(String manifest, String sentence) throws Exception {
        Seen shown = place.visit()
                .postFrom(
                        SITE,
                        OWN + "/new",
                        "manifest",
                        manifest.replace('\'', '"').replace("&#60;", "<"));
        assertEquals(422, shown.status());
        assertTrue(shown.page().contains(sentence), shown.page());
        assertFalse(shown.page().contains("<script"), shown.page());
    }

    @ParameterizedTest
    @ValueSource(strings = {OWN, ACME})
    @DisplayName("lead from a refused manifest back to the form with what was sent, and to the site that it names")
    void leadBackToTheForm(String path) throws Exception {
        String bad = "{\"name\": \"<Acme> & Co\", \"url\": \"no\", \"redirect_url\": \"http://127.0.0.1:9/back?a=1\"}";
        Seen refused = place.visit().postFrom(SITE, path + "/new?state=a%26b", "manifest", bad);
        assertEquals(422, refused.status());
        assertTrue(refused.page().contains("<li>Url must be a valid URL</li>"), refused.page());
        assertTrue(refused.page().contains("action=\"" + path + "/new?state=a%26b\""), refused.page());
        assertTrue(
                refused.page().contains("{&quot;name&quot;: &quot;&lt;Acme&gt; &amp; Co&quot;, &quot;url&quot;"),
                refused.page());
        assertTrue(
                refused.page().contains("<a href=\"http://127.0.0.1:9/\" rel=\"noreferrer\">http://127.0.0.1:9/</a>"),
                refused.page());
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "//127.0.0.1:9/", "http:back", "data:text/html,x", "back", ""})
    @DisplayName("lead to no site by what is not an address of one")
    void leadNowhereElse(String address) throws Exception {
        Seen refused =
                place.visit().postFrom(SITE, OWN + "/new", "manifest", "{\"redirect_url\": \"" + address + "\"}");
        assertEquals(422, refused.status());
        assertFalse(refused.page().contains("rel=\"noreferrer\""), refused.page());
    }

    @ParameterizedTest
    @CsvSource({OWN + ", nobody, 422, There is no user &quot;nobody&quot;.", ACME + ", mike, 403, mike is not an owner"
    })
    @DisplayName("ask again where nobody or somebody without the right confirms, and go on with the one who may")
    void askAgain(String path, String user, int status, String sentence) throws Exception {
        String token = place.visit()
                .postFrom(SITE, path + "/new?state=again", "manifest", MANIFEST)
                .token();
        Seen again = place.visit().post(path, "token", token, "user", user);
        assertEquals(status, again.status());
        assertTrue(again.page().contains(sentence), again.page());
        Seen sent = place.visit().post(path, "token", again.token(), "user", "olivia");
        assertEquals(302, sent.status());
        assertTrue(sent.header("Location").contains("state=again"), sent.header("Location"));
    }

    @Test
    @DisplayName("have the header of all pages, which leads to those of the same world, of one that is there")
    void haveTheHeader() throws Exception {
        assertEquals(201, place.visit().control("PUT", "worlds/ci-2", ""));
        for (String path : new String[] {OWN + "/new", "/login/device", "/apps/nope/installations/new"}) {
            String page = place.visit().get("/w/ci-2" + path).page();
            for (String link : new String[] {"/_twin/", "/docs", "/docs/control", "/settings/apps/new"}) {
                assertTrue(page.contains("<a href=\"/w/ci-2" + link + "\">"), page);
            }
        }
        String nowhere = place.visit().get("/w/nope" + OWN + "/new").page();
        assertTrue(nowhere.contains("<a href=\"/_twin/\">") && !nowhere.contains("/w/nope"), nowhere);
        assertTrue(place.visit().get("/_twin/").page().contains("<a href=\"../docs/control\">"));
    }

    @Test
    @DisplayName("bear a manifest that is missing, huge or deep")
    void bearMonsters() throws Exception {
        assertRefused(422, place.visit().postFrom(SITE, OWN + "/new"));
        assertRefused(422, place.visit().postFrom(SITE, OWN + "/new", "manifest", "[".repeat(60_000)));
        assertRefused(422, place.visit().postFrom(SITE, OWN + "/new", "manifest", "\"" + "x".repeat(70_000) + "\""));
        assertEquals(
                413,
                place.visit()
                        .postFrom(SITE, OWN + "/new", "manifest", "x".repeat(2_000_000))
                        .status());
        String large = MANIFEST.replace("}}", "}, \"description\": \"" + "<&\u20ac".repeat(10_000) + "\"}");
        String token =
                place.visit().postFrom(SITE, OWN + "/new", "manifest", large).token();
        assertEquals(
                302, place.visit().post(OWN, "token", token, "user", "olivia").status());
    }

    @Test
    @DisplayName("show hostile names as texts, and let a browser run, load and frame nothing")
    void escapeEverything() throws Exception {
        String evil = "'\\\"><script>alert(1)</script>";
        String manifest = MANIFEST.replace("Fresh App", evil).replace("}}", "}, \"description\": \"" + evil + "\"}");
        Seen shown = place.visit().postFrom(SITE, OWN + "/new?state=%22%3E%3Cscript%3E", "manifest", manifest);
        assertEquals(200, shown.status(), shown.page());
        assertFalse(shown.page().contains("<script"), shown.page());
        assertTrue(shown.page().contains("&#39;&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"), shown.page());
        String unknown = manifest.replace("issues", evil)
                .replace("\"url\"", "\"default_events\": [\"" + evil + "\"], \"" + evil + "\": 1, \"url\"");
        Seen refused = place.visit().postFrom(SITE, OWN + "/new", "manifest", unknown);
        assertRefused(422, refused);
        assertFalse(refused.page().contains("<script"), refused.page());
        assertTrue(
                refused.page()
                        .contains("Default events unsupported: &#39;&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"),
                refused.page());
        assertFalse(
                place.visit().get(OWN + "/new?state=%22%3E%3Cscript%3E").page().contains("<script"));
        assertTrue(shown.header("Content-Security-Policy")
                .startsWith("default-src 'none'; style-src 'self'; img-src 'self'; form-action"));
        assertEquals("no-store", shown.header("Cache-Control"));
        assertEquals("deny", shown.header("X-Frame-Options"));
        assertEquals("same-origin", shown.header("Referrer-Policy"));
        assertEquals("", shown.header("Access-Control-Allow-Origin"));
    }

    @Test
    @DisplayName("are pages when there is no such organization or world, and for a form that is none")
    void arePagesEvenThen() throws Exception {
        for (String path : new String[] {
            "/organizations/nope/settings/apps/new",
            "/organizations/olivia/settings/apps/new",
            "/w/nope/settings/apps/new"
        }) {
            assertRefused(404, place.visit().get(path));
            assertRefused(404, place.visit().postFrom(SITE, path, "manifest", MANIFEST));
        }
        assertRefused(404, place.visit().post(OWN, "user", "olivia", "x=%zz&y", "z"));
    }

    @Test
    @DisplayName("choose nobody when nobody is signed in, and suggest users")
    void suggestUsers() throws Exception {
        Seen shown = place.visit().postFrom(SITE, OWN + "/new", "manifest", MANIFEST);
        assertTrue(shown.page().contains("name=\"user\" value=\"olivia\""), shown.page());
        assertTrue(shown.page().contains("<option value=\"mike\">"), shown.page());
        assertFalse(shown.page().contains("<option value=\"acme\">"), shown.page());
        assertEquals(204, place.visit().control("PATCH", "state", "signed_in: null"));
        shown = place.visit().postFrom(SITE, OWN + "/new", "manifest", MANIFEST);
        assertTrue(shown.page().contains("name=\"user\" value=\"\""), shown.page());
    }

    @Test
    @DisplayName("ask for the control token beyond loopback, and suggest nothing there")
    void areGuardedBeyondLoopback() throws Exception {
        try (PagesTwin exposed = new PagesTwin("0.0.0.0", Optional.of("let-me-in"))) {
            Seen shown = exposed.visit().postFrom(SITE, OWN + "/new", "manifest", MANIFEST);
            assertTrue(shown.page().contains("type=\"password\""), shown.page());
            assertFalse(shown.page().contains("mike"), shown.page());
            assertRefused(403, exposed.visit().post(OWN, "token", shown.token(), "user", "olivia"));
            assertRefused(
                    403, exposed.visit().post(OWN, "token", shown.token(), "user", "olivia", "control_token", "wrong"));
            assertRefused(
                    403,
                    exposed.visit()
                            .postFrom(
                                    SITE, OWN, "token", shown.token(), "user", "olivia", "control_token", "let-me-in"));
            assertEquals(
                    302,
                    exposed.visit()
                            .post(OWN, "token", shown.token(), "user", "olivia", "control_token", "let-me-in")
                            .status());
        }
    }

    private static void assertRefused(int status, Seen seen) {
        assertEquals(status, seen.status(), seen.page());
        assertEquals("text/html; charset=utf-8", seen.header("Content-Type"));
        assertTrue(
                place.world().apps().codes().values().stream().allMatch(ManifestCode::used) || status == 422,
                "a code was made");
    }
}
