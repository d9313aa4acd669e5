package dev.hubtwin.internal.pages;

import static dev.hubtwin.internal.rest.HtmlPage.escape;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.apps.Manifest;
import dev.hubtwin.internal.rest.HtmlPage;
import dev.hubtwin.internal.rest.HttpUrls;
import dev.hubtwin.internal.world.account.Organization;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pages on which a manifest becomes an app, of an organization or of the user who confirms. */
record AppPages(PageUser visitor, Optional<Organization> organization) {

    /** Asks for a manifest. */
    String paste(String state) {
        String action = HttpUrls.with(path() + "/new", "state", state);
        return HtmlPage.page("Register new GitHub App", FormHtml.post(action, """
        <label for="manifest">Manifest (JSON)</label>
        <textarea id="manifest" name="manifest" rows="12" required></textarea>
        """, "Continue"));
    }

    /**
     * Shows what a manifest asks for, and asks whether to create the app.
     *
     * @param token what the form proves itself with
     */
    String review(Manifest manifest, String token) {
        String fields = FormHtml.hidden("token", token)
                + FormHtml.line("user", "Create as user", visitor.signedIn().orElse(""), visitor.users())
                + (visitor.isExposed() ? FormHtml.controlToken() : "");
        String owner = organization.map(Organization::login).orElse("the user below");
        return HtmlPage.page("Create GitHub App “" + manifest.name() + "”", """
        <p>This app will belong to <strong>%s</strong>.</p>
        <dl>
        %s</dl>
        %s""".formatted(
                        escape(owner), facts(manifest), FormHtml.post(path(), fields, "Create GitHub App")));
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
