package dev.hubtwin.internal.auth;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The scopes of classic and OAuth tokens: which contain which. */
public final class OAuthScopes {

    private static final Map<String, List<String>> CONTAINED = Map.of(
            "repo", List.of("repo:status", "repo_deployment", "public_repo", "repo:invite", "security_events"),
            "admin:org", List.of("write:org", "read:org"),
            "write:org", List.of("read:org"),
            "user", List.of("read:user", "user:email", "user:follow"),
            "admin:enterprise", List.of("manage_runners:enterprise", "manage_billing:enterprise", "read:enterprise"));

    private OAuthScopes() {}

    /**
     * Whether a token with the scopes {@code granted} may do what takes any one of {@code required}; nothing takes
     * none.
     */
    public static boolean suffice(Collection<String> granted, Collection<String> required) {
        return required.isEmpty()
                || granted.stream().anyMatch(scope -> required.stream().anyMatch(r -> contains(scope, r)));
    }

    private static boolean contains(String scope, String other) {
        return scope.equals(other) || CONTAINED.getOrDefault(scope, List.of()).contains(other);
    }
}
