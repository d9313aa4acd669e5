package dev.hubtwin.internal.pages;

import static dev.hubtwin.internal.rest.HtmlPage.escape;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.apps.Manifest;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.rest.HtmlPage;
import dev.hubtwin.internal.rest.HttpUrls;
import dev.hubtwin.internal.world.account.Organization;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pages on which a manifest becomes an app, of an organization or of the user who confirms. */
record AppPages(PageUser visitor, Optional<Organization> organization) {

    private static final String TITLE = "Register new GitHub App";

    /** Asks for a manifest. */
    String paste(String state) {
        return visitor.frame().page(TITLE, form("", state));
    }

    /**
     * Says why a manifest is refused, and leads back: to the form, which has what was sent, and to the site of its
     * {@code redirect_url}, if that is an address.
     *
     * @param text null if none was sent
     * @param state comes back with the code; null if there is none
     */
    String refused(ApiException refusal, String text, String state) {
        String sent = text == null ? "" : text;
        String site = Manifest.redirectUrl(sent)
                .flatMap(HttpUrls::read)
                .map(HttpUrls::site)
                .map(address -> "<p>Mend it here, or go back to " + FormHtml.link(address) + ".</p>\n")
                .orElse("");
        return visitor.frame().page(TITLE, HtmlPage.alert(refusal) + site + form(sent, state));
    }

    private String form(String manifest, String state) {
        String action = HttpUrls.with(path() + "/new", "state", state);
        return FormHtml.post(action, """
        <label for="manifest">Manifest (JSON)</label>
        <textarea id="manifest" name="manifest" rows="16" spellcheck="false" required>
        %s</textarea>
        """.formatted(escape(manifest)), "Continue");
    }

    /**
     * Shows what a manifest asks for, and asks whether to create the app.
     *
     * @param alert why it was not created before, as HTML; may be empty
     * @param token what the form proves itself with
     */
    String review(Manifest manifest, String alert, String token) {
        String fields = FormHtml.hidden("token", token)
                + FormHtml.line("user", "Create as user", visitor.signedIn().orElse(""), visitor.users())
                + (visitor.isExposed() ? FormHtml.controlToken() : "");
        String owner = organization.map(Organization::login).orElse("the user below");
        return visitor.frame().page("Create GitHub App “" + manifest.name() + "”", """
        %s<p>This app will belong to <strong>%s</strong>.</p>
        <dl>
        %s</dl>
        %s""".formatted(
                        alert, escape(owner), facts(manifest), FormHtml.post(path(), fields, "Create GitHub App")));
    }

    private String facts(Manifest manifest) {
        JsonNode json = manifest.json();
        boolean open = json.path("public").asBoolean();
        return FormHtml.fact("Name", manifest.name())
                + FormHtml.fact("Address", "/apps/" + manifest.slug())
                + FormHtml.fact("Description", json.path("description").textValue())
                + FormHtml.fact("Homepage", json.path("url").textValue())
                + FormHtml.fact("Webhook", manifest.hook().path("url").textValue())
                + FormHtml.fact("Permissions", permissions(json.path("default_permissions")))
                + FormHtml.fact("Events", events(json.path("default_events")))
                + FormHtml.fact("Public", open ? "yes: anybody may install it" : "no: its owner alone may install it")
                + FormHtml.fact("You will be sent to", manifest.redirectUrl());
    }

    private static String permissions(JsonNode levels) {
        List<String> texts = new ArrayList<>();
        levels.properties()
                .forEach(one -> texts.add(one.getKey() + ": " + one.getValue().asText()));
        return String.join(", ", texts);
    }

    private static String events(JsonNode events) {
        List<String> texts = new ArrayList<>();
        events.forEach(one -> texts.add(one.asText()));
        return String.join(", ", texts);
    }

    private String path() {
        String owner = organization.map(of -> "/organizations/" + of.login()).orElse("");
        return visitor.exchange().links().world() + owner + "/settings/apps";
    }
}
