package dev.hubtwin.internal.cli;

import dev.hubtwin.Twin;
import dev.hubtwin.seed.Seed;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prints what a twin serves when it has started. */
final class StartupBanner {

    private StartupBanner() {}

    /** What is said of worlds that another process owns. */
    static final String OWNED_ELSEWHERE = "another process owns them, and gets the requests";

    /**
     * Prints the URLs of a twin, and the control token if there is one.
     *
     * @param demo the demo world, if the twin began with it: its tokens are not secret, and are printed
     */
    static void print(PrintStream out, Twin twin, Optional<Seed> demo) {
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
                        + "/_twin/health, metrics, state, reset, worlds, snapshots, clock, settings, faults, requests, deliveries, mails");
        twin.tlsUrl().ifPresent(tls -> line(out, "all of it over TLS", tls + "/"));
        twin.controlToken().ifPresent(token -> line(out, "control token", token));
        if (!twin.ownsWorlds()) {
            line(out, "worlds", OWNED_ELSEWHERE);
        }
        demo.filter(seed -> twin.ownsWorlds()).ifPresent(seed -> {
            out.println("Tokens of the demo world:");
            tokens(out, seed, twin.world().clock().now());
        });
        out.flush();
    }

    private static void line(PrintStream out, String name, String value) {
        out.printf("  %-28s %s%n", name, value);
    }

    private static void tokens(PrintStream out, Seed seed, Instant now) {
        if (seed.toMap().get("tokens") instanceof List<?> tokens) {
            for (Object token : tokens) {
                if (token instanceof Map<?, ?> members && isValid(members, now)) {
                    out.printf("  %-40s %s%n", members.get("token"), description(members));
                }
            }
        }
    }

    private static boolean isValid(Map<?, ?> token, Instant now) {
        Object expiry = token.get("expires_at");
        return !Boolean.TRUE.equals(token.get("revoked"))
                && (expiry == null || Instant.parse(expiry.toString()).isAfter(now));
    }

    /** Returns a token's kind, whom it speaks for, and its scopes, such as {@code classic, olivia: repo}. */
    private static String description(Map<?, ?> token) {
        Object kind = token.containsKey("kind") ? token.get("kind") : "classic";
        Object owner = token.containsKey("user") ? token.get("user") : "installation " + token.get("installation");
        String scopes = token.get("scopes") instanceof List<?> list
                ? ": " + String.join(", ", list.stream().map(Object::toString).toList())
                : "";
        return kind.toString().replace('_', '-') + ", " + owner + scopes;
    }
}
