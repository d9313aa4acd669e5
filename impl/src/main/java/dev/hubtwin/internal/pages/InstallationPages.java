package dev.hubtwin.internal.pages;

import static dev.hubtwin.internal.rest.HtmlPage.escape;

import dev.hubtwin.internal.installations.AppInstaller.Installed;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Account;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.app.RepositoryChoice;
import dev.hubtwin.internal.world.repository.Repository;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The pages on which an app is installed. */
record InstallationPages(PageUser visitor, App app) {

    private static final int LISTED = 100;
    private static final int NAMED = 1000;

    /** What is chosen so far: who installs, and where; either may be open. The state comes back to the app. */
    record Chosen(Optional<User> user, Optional<Account> account, String state) {}

    /**
     * Asks where to install the app, and for which repositories.
     *
     * @param token what the form proves itself with, for the user and the account that are chosen
     */
    String choose(Chosen chosen, String token) {
        String who = """
        <form method="get" action="%s">
        %s%s%s<button type="submit">Show repositories</button>
        </form>
        """.formatted(
                        escape(path() + "/new"),
                        FormHtml.line(
                                "user",
                                "Install as user",
                                chosen.user().map(User::login).orElse(""),
                                visitor.users()),
                        FormHtml.line(
                                "account",
                                "Install on account",
                                chosen.account().map(Account::login).orElse(""),
                                targets(chosen)),
                        FormHtml.hidden("state", chosen.state()));
        String which =
                chosen.account().map(account -> repositories(account, token)).orElse("");
        String what = app.description() == null ? "" : "<p>" + escape(app.description()) + "</p>\n";
        return visitor.frame().page("Install " + app.name(), what + who + which);
    }

    /** Says that the app is installed. */
    String installed(Account account, Installed done) {
        RepositoryChoice selection = done.installation().selection();
        String reach =
                selection.all() ? "all repositories" : selection.repositories().size() + " selected repositories";
        return visitor.frame().page(app.name() + (done.again() ? " is updated" : " is installed"), """
        <p>It reaches %s of <strong>%s</strong>. The installation has the id %d.</p>
        """.formatted(
                        reach, escape(account.login()), done.installation().id()));
    }

    private List<String> targets(Chosen chosen) {
        return visitor.isExposed()
                ? List.of()
                : chosen.user()
                        .map(user -> PageUser.targets(world(), app, user))
                        .orElse(List.of());
    }

    private String repositories(Account account, String token) {
        Optional<RepositoryChoice> known = visitor.isExposed()
                ? Optional.empty()
                : world().apps().installations().on(app.id(), account.id()).map(one -> one.selection());
        boolean all = known.map(RepositoryChoice::all).orElse(true);
        List<Long> listed = visitor.isExposed()
                ? List.of()
                : world().repositories().of(account.id()).ids().slice(0, LISTED);
        String boxes = listed.stream()
                .map(id -> world().repositories().repository(id).orElseThrow())
                .map(one -> FormHtml.choice(
                        "checkbox",
                        "repository",
                        one.name(),
                        one.name(),
                        !all && known.orElseThrow().includes(one.id())))
                .collect(Collectors.joining());
        String fields = """
        %s<fieldset>
        <legend>Repositories of %s</legend>
        %s%s%s%s</fieldset>
        %s""".formatted(
                FormHtml.hidden("token", token),
                escape(account.login()),
                FormHtml.choice("radio", "repository_selection", "all", "All repositories, also those to come", all),
                FormHtml.choice("radio", "repository_selection", "selected", "Only select repositories", !all),
                boxes,
                FormHtml.line("more_repositories", "More repositories, by name", more(known, listed), List.of()),
                visitor.isExposed() ? FormHtml.controlToken() : "");
        return FormHtml.post(path(), fields, (known.isPresent() ? "Save for " : "Install on ") + account.login());
    }

    /** What is selected and not listed, or saving would drop it. */
    private String more(Optional<RepositoryChoice> known, List<Long> listed) {
        return known.stream()
                .flatMap(selection -> selection.repositories().stream().limit(NAMED))
                .filter(id -> !listed.contains(id))
                .flatMap(id -> world().repositories().repository(id).map(Repository::name).stream())
                .collect(Collectors.joining(", "));
    }

    private World world() {
        return visitor.exchange().world();
    }

    private String path() {
        return visitor.exchange().links().world() + "/apps/" + app.slug() + "/installations";
    }
}
