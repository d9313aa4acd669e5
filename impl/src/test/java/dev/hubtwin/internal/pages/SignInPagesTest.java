package dev.hubtwin.internal.pages;

import static dev.hubtwin.internal.pages.PagesTwin.SITE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.pages.BrowserVisit.Seen;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The pages on which users sign in")
class SignInPagesTest {

    private static final String AUTHORIZE = "/login/oauth/authorize";
    private static final String ASKED = AUTHORIZE
            + "?client_id=0123456789abcdef0123&redirect_uri=http%3A%2F%2F127.0.0.1%3A9%2Fback%3Fa%3D1&state=a%26b"
            + "&scope=repo%20%3Cb%3E,gist";
    private static final String DEVICE = "/login/device";
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

    private static Seen decide(String token, String user, String decision) throws Exception {
        return place.visit().post(AUTHORIZE, "token", token, "user", user, "decision", decision);
    }

    private static Seen exchange(String more) throws Exception {
        return place.visit().post("/login/oauth/access_token?client_id=0123456789abcdef0123&client_secret=shh&" + more);
    }

    @Test
    @DisplayName(
            "show who asks for what, suggest who is signed in, and send the browser back with a code and the state")
    void sendBackWithACode() throws Exception {
        Seen shown = place.visit().get(ASKED);
        assertEquals(200, shown.status(), shown.page());
        assertTrue(
                shown.page().contains("Reports &lt;b&gt;")
                        && shown.page().contains("repo, gist")
                        && shown.page().contains("value=\"olivia\""),
                shown.page());
        Seen sent = decide(shown.token(), "mike", "approve");
        assertEquals(302, sent.status(), sent.page());
        String location = sent.header("Location");
        assertTrue(location.matches("http://127\\.0\\.0\\.1:9/back\\?a=1&code=[0-9a-f]{20}&state=a%26b"), location);
        String given = exchange("code=" + location.replaceFirst(".*code=([0-9a-f]*).*", "$1"))
                .page();
        assertTrue(given.matches("access_token=gho_\\w{36}&token_type=bearer&scope=repo%2Cgist"), given);
    }

    @Test
    @DisplayName("send the browser of who cancels back with an error")
    void sendBackWithAnError() throws Exception {
        Seen sent = decide(place.visit().get(ASKED).token(), "mike", "cancel");
        assertTrue(
                sent.header("Location")
                        .startsWith("http://127.0.0.1:9/back?a=1&error=access_denied&error_description="),
                sent.header("Location"));
    }

    @Test
    @DisplayName("change nothing until a user decides")
    void changeNothingYet() throws Exception {
        String before = place.state();
        place.visit().get(ASKED);
        place.visit().get(DEVICE + "?user_code=ABCD-EFGH");
        assertEquals(before, place.state());
    }

    @Test
    @DisplayName("know no app but those there are, and no user")
    void knowNobodyElse() throws Exception {
        assertEquals(404, place.visit().get(AUTHORIZE).status());
        assertEquals(404, place.visit().get(AUTHORIZE + "?client_id=x").status());
        assertEquals(
                422,
                decide(place.visit().get(ASKED).token(), "nobody", "approve").status());
        assertEquals(
                422,
                place.visit()
                        .get(ASKED + "&code_challenge=short&code_challenge_method=S256")
                        .status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "e30.AAAA"})
    @DisplayName("take no form that they did not make, nor one from another site, of another page or an hour old")
    void takeNoForgedForm(String forged) throws Exception {
        assertEquals(403, decide(forged, "olivia", "approve").status());
        String token = place.visit().get(ASKED).token();
        assertEquals(
                403,
                place.visit()
                        .postFrom(SITE, AUTHORIZE, "token", token, "user", "olivia")
                        .status());
        assertEquals(
                403,
                place.visit()
                        .post(DEVICE, "token", token, "user", "olivia", "user_code", "ABCD-EFGH")
                        .status());
        place.wait(3_600);
        assertEquals(403, decide(token, "olivia", "approve").status());
    }

    @Test
    @DisplayName("take the code of a device, in any case, and the device gets its token")
    void takeTheCodeOfADevice() throws Exception {
        String begun = place.visit()
                .post("/login/device/code?client_id=0123456789abcdef0123")
                .page();
        String deviceCode = begun.replaceFirst(".*device_code=([0-9a-f]*).*", "$1");
        String userCode = begun.replaceFirst(".*user_code=([A-Z-]*).*", "$1");
        Seen shown = place.visit().get(DEVICE + "?user_code=" + userCode);
        assertTrue(shown.page().contains("value=\"" + userCode + "\""), shown.page());
        String asked = "grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=" + deviceCode;
        assertTrue(exchange(asked).page().startsWith("error=authorization_pending&"));
        assertEquals(
                422,
                place.visit()
                        .post(DEVICE, "token", shown.token(), "user", "mike", "user_code", "AAAA-AAAA")
                        .status());
        String entered = userCode.toLowerCase().replace("-", " ");
        assertEquals(
                200,
                place.visit()
                        .post(DEVICE, "token", shown.token(), "user", "mike", "user_code", entered)
                        .status());
        assertEquals(
                422,
                place.visit()
                        .post(DEVICE, "token", shown.token(), "user", "mike", "user_code", entered)
                        .status());
        place.wait(5);
        assertTrue(exchange(asked).page().startsWith("access_token=gho_"));
    }

    @Test
    @DisplayName("ask for the control token beyond loopback, and suggest nobody")
    void askForTheControlToken() throws Exception {
        try (PagesTwin open = new PagesTwin("0.0.0.0", Optional.of("control-secret"))) {
            Seen shown = open.visit().get(ASKED);
            assertTrue(shown.page().contains("name=\"control_token\""), shown.page());
            assertFalse(shown.page().contains("mike"), shown.page());
            assertEquals(
                    403,
                    open.visit()
                            .post(AUTHORIZE, "token", shown.token(), "user", "mike")
                            .status());
            assertEquals(
                    302,
                    open.visit()
                            .post(AUTHORIZE, "token", shown.token(), "user", "mike", "control_token", "control-secret")
                            .status());
        }
    }
}
