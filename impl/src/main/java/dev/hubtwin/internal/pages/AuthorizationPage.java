package dev.hubtwin.internal.pages;

import static dev.hubtwin.internal.rest.HtmlPage.escape;

import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.oauth.AuthorizationRequest;
import dev.hubtwin.internal.oauth.AuthorizationRequest.Misdirected;
import dev.hubtwin.internal.oauth.AuthorizationRequest.Parameters;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.world.app.OAuthClient;
import java.util.Arrays;
import java.util.List;

/** The way of a user who signs in by an app: the page asks, and the browser goes back with a code or an error. */
record AuthorizationPage(PageUser visitor, FormToken seal) {

    private static final String PATH = "/login/oauth/authorize";

    /**
     * The page that asks.
     *
     * @param login the user whom it suggests; null: who is signed in
     * @throws ApiException as {@link AuthorizationRequest#read}
     * @throws Misdirected likewise
     */
    String ask(Parameters asked, String login) throws Misdirected {
        AuthorizationRequest request = AuthorizationRequest.read(exchange().world(), asked);
        String token = seal.seal(
                purpose(),
                Arrays.asList(
                        asked.clientId(),
                        asked.redirectUri(),
                        asked.scope(),
                        asked.state(),
                        asked.challenge(),
                        asked.method()),
                exchange().system());
        String user = login == null || login.isEmpty() ? visitor.signedIn().orElse("") : login;
        String fields = FormHtml.hidden("token", token)
                + FormHtml.line("user", "Authorize as user", user, visitor.users())
                + (visitor.isExposed() ? FormHtml.controlToken() : "");
        return visitor.frame().page("Authorize " + request.client().name(), """
        <p><strong>%s</strong> would like to act for you.</p>
        <dl>
        %s</dl>
        %s""".formatted(
                        escape(request.client().name()),
                        facts(request),
                        FormHtml.decision(exchange().links().world() + PATH, fields, "Authorize")));
    }

    private static String facts(AuthorizationRequest request) {
        OAuthClient client = request.client();
        return FormHtml.fact("Kind", client.app() == null ? "OAuth app" : "GitHub App")
                + FormHtml.fact("Site", client.url())
                + FormHtml.fact("Scopes", String.join(", ", request.scopes()))
                + FormHtml.fact("You will be sent to", request.redirectUri());
    }

    /**
     * Decides.
     *
     * @param token as the page had it
     * @param login the user who decides
     * @return where the browser goes
     * @throws ApiException 403 if the token is not good, 422 if there is no such user, and as {@link #ask}
     */
    String decide(String token, String login, boolean denied) {
        List<String> sealed = seal.open(purpose(), token, exchange().system());
        Parameters asked = new Parameters(
                sealed.get(0), sealed.get(1), sealed.get(2), sealed.get(3), sealed.get(4), sealed.get(5));
        try {
            AuthorizationRequest request = AuthorizationRequest.read(exchange().world(), asked);
            long user = PageUser.user(exchange().world(), login).id();
            return denied
                    ? request.deny()
                    : request.approve(
                            exchange().runtime().signIns(), user, exchange().now());
        } catch (Misdirected elsewhere) { // the app has other addresses by now
            return elsewhere.location();
        }
    }

    private List<String> purpose() {
        return List.of("authorize", exchange().hostedWorld().name());
    }

    private RequestContext exchange() {
        return visitor.exchange();
    }
}
