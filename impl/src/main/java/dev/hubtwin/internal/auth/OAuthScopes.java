package dev.hubtwin.internal.auth;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The scopes of classic and OAuth tokens: which contain which. */
public final class OAuthScopes {

    private static final String PUBLIC_REPO = "public_repo";
    private static final Pattern NAME = Pattern.compile("[a-z0-9_:-]{1,60}");
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,]+");
    private static final int MOST = 50;

    private static final Map<String, List<String>> CONTAINED = Map.of(
            "repo", List.of("repo:status", "repo_deployment", PUBLIC_REPO, "repo:invite", "security_events"),
            "admin:org", List.of("write:org", "read:org"),
            "write:org", List.of("read:org"),
            "admin:repo_hook", List.of("write:repo_hook", "read:repo_hook"),
            "write:repo_hook", List.of("read:repo_hook"),
            "admin:public_key", List.of("write:public_key", "read:public_key"),
            "write:public_key", List.of("read:public_key"),
            "user", List.of("read:user", "user:email", "user:follow"),
            "admin:enterprise", List.of("manage_runners:enterprise", "manage_billing:enterprise", "read:enterprise"));

    private OAuthScopes() {}

    /**
     * Whether a token with the scopes {@code granted} may do what takes any one of {@code required}; nothing takes
     * none.
     */
    public static boolean suffice(Collection<String> granted, Collection<String> required) {
        if (required.isEmpty()) {
            return true;
        }
        for (String scope : granted) {
            for (String one : required) {
                if (contains(scope, one)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * The scopes that a text names, separated by spaces or commas, without those that others of them contain.
     *
     * @param text null: none
     */
    public static List<String> parse(String text) {
        List<String> named = SEPARATOR
                .splitAsStream(text == null ? "" : text)
                .filter(scope -> NAME.matcher(scope).matches())
                .distinct()
                .limit(MOST)
                .toList();
        return named.stream()
                .filter(scope -> named.stream().noneMatch(other -> !other.equals(scope) && contains(other, scope)))
                .toList();
    }

    /** Whether the scopes {@code granted} may do the same in a repository that is not public. */
    public static boolean sufficeInPrivate(Collection<String> granted, Collection<String> required) {
        return suffice(
                granted,
                required.stream().filter(scope -> !scope.equals(PUBLIC_REPO)).toList());
    }

    private static boolean contains(String wide, String narrow) {
        return wide.equals(narrow) || CONTAINED.getOrDefault(wide, List.of()).contains(narrow);
    }
}
