package dev.hubtwin.internal.contract.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The small world of {@code world.yaml}, in which there is a credential of every kind. */
public final class CredentialWorld {

    private static final AppSigningKey KEY = AppSigningKey.fresh();
    private static final String SCOPES = "[\"admin:org\", \"admin:org_hook\", repo, user, security_events]";
    private static final String PERMISSIONS = "{metadata: read, members: write, organization_administration: write, "
            + "organization_hooks: write, organization_campaigns: write, security_events: write}";
    private static final Map<String, String> TOKENS = Map.ofEntries(
            Map.entry("classic", "ghp_able"), Map.entry("classic-", "ghp_bare"),
            Map.entry("oauth", "gho_able"), Map.entry("oauth-", "gho_bare"),
            Map.entry("fine", "github_pat_able"), Map.entry("fine-", "github_pat_bare"),
            Map.entry("user", "ghu_able"), Map.entry("user-", "ghu_bare"),
            Map.entry("inst", "ghs_able"), Map.entry("inst-", "ghs_bare"),
            Map.entry("member", "ghp_mike"), Map.entry("stranger", "ghp_sam"));

    private CredentialWorld() {}

    /** Returns the world as a seed in YAML. */
    public static String seed() {
        return document()
                .replace("ALL_SCOPES", SCOPES)
                .replace("ALL_PERMISSIONS", PERMISSIONS)
                .replace("PRIVATE_KEY", KEY.inYaml());
    }

    /** Everybody who has a credential there, and {@code anonymous}; a minus says that it is good for nothing. */
    public static Set<String> everybody() {
        Set<String> everybody = new TreeSet<>(TOKENS.keySet());
        everybody.addAll(Set.of("anonymous", "app", "client"));
        return everybody;
    }

    /** What somebody's {@code Authorization} says. */
    public static Optional<String> authorization(String who) {
        return switch (who) {
            case "anonymous" -> Optional.empty();
            case "app" -> Optional.of("Bearer " + KEY.token(4242, Instant.now()));
            case "client" ->
                Optional.of("Basic "
                        + Base64.getEncoder().encodeToString("Iv1.able:able-secret".getBytes(StandardCharsets.UTF_8)));
            default -> Optional.of("token " + TOKENS.get(who));
        };
    }

    private static String document() {
        try (InputStream in = CredentialWorld.class.getResourceAsStream("world.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
