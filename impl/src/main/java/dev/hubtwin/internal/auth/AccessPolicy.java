package dev.hubtwin.internal.auth;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.rest.ApiException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Who may call an operation, as its {@code x-hubtwin-credentials} say.
 *
 * @param kinds the kinds of credential that are admitted
 * @param acceptedScopes what {@code X-Accepted-OAuth-Scopes} lists, in the order of the alphabet
 * @param requiredScopes the scopes of which a classic or OAuth token needs one; empty when it needs none
 * @param permissions the permissions, each with its level, of which the other tokens need one; empty when none
 * @param acceptedPermissions those that the operation is about, needed or not: without one a token tells nothing
 * @param repositoryPermissions likewise, in each repository that the body names (R6)
 * @param role what the user must be in the organization or repository of the path
 * @param refusals the status of a refusal, by the reason
 * @param kindRefusals the status of a refusal, by the kind of a credential that is not admitted
 * @param messages what a refusal says, by the reason, where it is not the usual sentence
 */
public record AccessPolicy(
        Set<CredentialKind> kinds,
        List<String> acceptedScopes,
        List<String> requiredScopes,
        Map<String, PermissionLevel> permissions,
        Map<String, PermissionLevel> acceptedPermissions,
        Map<String, PermissionLevel> repositoryPermissions,
        Optional<Role> role,
        Map<Reason, Integer> refusals,
        Map<CredentialKind, Integer> kindRefusals,
        Map<Reason, String> messages) {

    /** Why a caller is refused. */
    public enum Reason {
        ANONYMOUS,
        SCOPE,
        PERMISSION,
        KIND,
        ROLE
    }

    /** What a user must be in an organization, or in a repository. */
    public enum Role {
        OWNER,
        MEMBER,
        SECURITY_MANAGER,
        SELF,
        OWNER_OR_SELF,
        TEAM_MAINTAINER,
        REPOSITORY_ADMIN,
        REPOSITORY_WRITER
    }

    public static AccessPolicy read(JsonNode node) {
        Set<CredentialKind> kinds = EnumSet.noneOf(CredentialKind.class);
        node.path("kinds").forEach(kind -> kinds.add(CredentialKind.of(kind.textValue())));
        List<String> accepted =
                words(node.at("/scopes/accepted")).stream().sorted().toList();
        Map<String, PermissionLevel> permissions = levels(node.path("permissions"));
        return new AccessPolicy(
                kinds,
                accepted,
                node.at("/scopes/required").isMissingNode() ? accepted : words(node.at("/scopes/required")),
                permissions,
                permissions.isEmpty() ? levels(node.path("accepted_permissions")) : permissions,
                levels(node.path("repository_permissions")),
                Optional.ofNullable(node.path("role").textValue())
                        .map(word -> Role.valueOf(word.toUpperCase(Locale.ROOT))),
                byReason(node.path("refusals"), JsonNode::isInt, JsonNode::intValue),
                kindRefusals(node.path("refusals").path("kind")),
                byReason(node.path("messages"), JsonNode::isTextual, JsonNode::textValue));
    }

    /** The refusal of a caller for a reason. */
    public ApiException refusal(Reason reason, CredentialKind kind) {
        return refusal(reason, kind, Map.of());
    }

    /**
     * The refusal of a caller for a reason, in words that may name what the path does.
     *
     * @param path the decoded values of the path's parameters; the message has their names in braces
     */
    public ApiException refusal(Reason reason, CredentialKind kind, Map<String, String> path) {
        int status = refusals.get(reason);
        String message = messages.getOrDefault(reason, usualMessage(status, kind));
        for (Map.Entry<String, String> parameter : path.entrySet()) {
            message = message.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return ApiException.of(status, message);
    }

    /** Returns what {@code X-Accepted-OAuth-Scopes} says. */
    public String listedScopes() {
        return String.join(", ", acceptedScopes);
    }

    /** Returns what {@code X-Accepted-GitHub-Permissions} says. */
    public String listedPermissions() {
        return acceptedPermissions.isEmpty()
                ? "allows_permissionless_access=true"
                : acceptedPermissions.entrySet().stream()
                        .map(need -> need.getKey() + "=" + need.getValue().word())
                        .collect(Collectors.joining("; "));
    }

    /** Whether nothing but the JSON web token of an app will do. */
    public boolean isForAppsOnly() {
        return kinds.equals(Set.of(CredentialKind.APP));
    }

    /**
     * Whether a caller of a kind is refused, if not always, then for some of the things that the operation is about.
     */
    public boolean refuses(CredentialKind kind) {
        return kindRefusals.containsKey(kind)
                || kind == CredentialKind.ANONYMOUS && refusals.containsKey(Reason.ANONYMOUS);
    }

    /** The refusal of a credential of a kind that the operation does not admit. */
    public ApiException refusal(CredentialKind kind) {
        return kind == CredentialKind.ANONYMOUS
                ? refusal(Reason.ANONYMOUS, kind)
                : ApiException.of(
                        kindRefusals.get(kind),
                        messages.getOrDefault(Reason.KIND, usualMessage(kindRefusals.get(kind), kind)));
    }

    private static String usualMessage(int status, CredentialKind kind) {
        return switch (status) {
            case 401 -> "Requires authentication";
            case 403 ->
                switch (kind) {
                    case FINE_GRAINED -> "Resource not accessible by personal access token";
                    case USER_TO_SERVER, INSTALLATION, APP -> "Resource not accessible by integration";
                    default -> "Forbidden";
                };
            default -> "Not Found";
        };
    }

    private static <T> Map<Reason, T> byReason(JsonNode node, Predicate<JsonNode> is, Function<JsonNode, T> value) {
        Map<Reason, T> found = new EnumMap<>(Reason.class);
        for (Reason reason : Reason.values()) {
            JsonNode said = node.path(reason.name().toLowerCase(Locale.ROOT));
            if (is.test(said)) {
                found.put(reason, value.apply(said));
            }
        }
        return found;
    }

    private static Map<CredentialKind, Integer> kindRefusals(JsonNode node) {
        Map<CredentialKind, Integer> refusals = new EnumMap<>(CredentialKind.class);
        for (CredentialKind kind : CredentialKind.values()) {
            JsonNode status = node.isInt() ? node : node.path(kind.word());
            if (status.isInt()) {
                refusals.put(kind, status.intValue());
            }
        }
        return refusals;
    }

    private static Map<String, PermissionLevel> levels(JsonNode node) {
        Map<String, PermissionLevel> levels = new LinkedHashMap<>();
        node.properties()
                .forEach(permission -> levels.put(
                        permission.getKey(),
                        PermissionLevel.of(permission.getValue().textValue())));
        return levels;
    }

    private static List<String> words(JsonNode array) {
        List<String> words = new ArrayList<>();
        array.forEach(word -> words.add(word.textValue()));
        return List.copyOf(words);
    }
}
