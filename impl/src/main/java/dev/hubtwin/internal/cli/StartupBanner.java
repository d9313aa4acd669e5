package dev.hubtwin.internal.cli;

import dev.hubtwin.Twin;
import dev.hubtwin.internal.auth.CredentialKind;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.token.Grant;
import dev.hubtwin.internal.world.token.Token;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Comparator;

/** What a twin says when it has started. */
final class StartupBanner {

    private StartupBanner() {}

    /**
     * Prints what is served.
     *
     * @param demo whether the world is the demo world, whose tokens are no secret
     */
    static void print(PrintStream out, Twin twin, boolean demo) {
        String url = twin.url();
        out.println("Hubtwin " + Twin.version() + " is up.");
        line(out, "as api.github.com", url + "/");
        line(out, "as GitHub Enterprise Server", url + "/api/v3");
        line(out, "a page to look at it", url + "/_twin/");
        line(out, "description", url + "/openapi.yaml, /openapi.json, /docs");
        line(
                out,
                "worlds of their own",
                url + "/w/{world}/, http://{world}.localhost" + url.substring(url.lastIndexOf(':')) + "/");
        line(
                out,
                "control",
                url
                        + "/_twin/health, state, reset, worlds, snapshots, clock, settings, faults, requests, deliveries, mails");
        twin.secureUrl().ifPresent(secure -> line(out, "all of it over TLS", secure + "/"));
        twin.controlToken().ifPresent(token -> line(out, "control token", token));
        if (demo) {
            out.println("Tokens of the demo world:");
            World world = twin.timeline().now();
            Instant now = world.settings().clock().at(Instant.now());
            world.tokens().all().stream()
                    .filter(token -> !token.revoked()
                            && (token.expiresAt() == null || token.expiresAt().isAfter(now)))
                    .sorted(Comparator.comparing(Token::id))
                    .forEach(token -> out.printf("  %-40s %s%n", token.text(), about(world, token.grant())));
        }
        out.flush();
    }

    private static void line(PrintStream out, String what, String where) {
        out.printf("  %-28s %s%n", what, where);
    }

    private static String about(World world, Grant grant) {
        String kind = CredentialKind.of(grant).word().replace('_', '-');
        String owner = grant instanceof Grant.OfUser of
                ? world.accounts().user(of.userId()).orElseThrow().login()
                : "installation " + ((Grant.OfInstallation) grant).installationId();
        String reach = grant instanceof Grant.Scoped scoped ? " " + String.join(", ", scoped.scopes()) : "";
        return kind + ", " + owner + (reach.isBlank() ? "" : ":" + reach);
    }
}
