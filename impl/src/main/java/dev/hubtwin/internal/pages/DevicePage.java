package dev.hubtwin.internal.pages;

import static dev.hubtwin.internal.rest.HtmlPage.escape;

import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.oauth.DeviceApproval;
import dev.hubtwin.internal.rest.ApiException;
import java.util.List;

/** The page on which a user enters the code that a device shows. */
record DevicePage(PageUser visitor, FormToken seal) {

    private static final String PATH = "/login/device";

    /** Asks for the code; {@code userCode} is shown already, and may be null. */
    String ask(String userCode) {
        String token = seal.seal(purpose(), List.of(), exchange().system());
        String fields = FormHtml.hidden("token", token)
                + FormHtml.line("user_code", "Code that the device shows", userCode == null ? "" : userCode, List.of())
                + FormHtml.line("user", "Authorize as user", visitor.signedIn().orElse(""), visitor.users())
                + (visitor.isExposed() ? FormHtml.controlToken() : "");
        return visitor.frame()
                .page("Device activation", FormHtml.decision(exchange().links().world() + PATH, fields, "Authorize"));
    }

    /**
     * Decides, and says so.
     *
     * @throws ApiException 403 if the token is not good, 422 if there is no such user or code
     */
    String decide(String token, String userCode, String login, boolean denied) {
        seal.open(purpose(), token, exchange().system());
        long user = PageUser.user(exchange().world(), login).id();
        DeviceApproval.decide(
                exchange().runtime().signIns(),
                userCode,
                user,
                denied,
                exchange().now());
        return visitor.frame()
                .page(
                        denied ? "The device is refused" : "Congratulations, you’re all set!",
                        "<p>Your device learns of it, " + escape(login) + ".</p>\n");
    }

    private List<String> purpose() {
        return List.of("device", exchange().hostedWorld().name());
    }

    private RequestContext exchange() {
        return visitor.exchange();
    }
}
