package dev.hubtwin.internal.spec.lint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who may call: {@code x-hubtwin-credentials}, and {@code security}, which says the same in OpenAPI's words. */
final class CredentialRules {

    private static final Set<String> KINDS =
            Set.of("anonymous", "classic", "oauth", "fine_grained", "user_to_server", "installation", "app", "client");
    private static final Set<String> ROLES = Set.of(
            "owner",
            "member",
            "security_manager",
            "self",
            "owner_or_self",
            "team_maintainer",
            "repository_admin",
            "repository_writer");
    private static final Set<String> REASONS = Set.of("anonymous", "scope", "permission", "kind", "role");
    private static final Map<String, Set<String>> CONTAINED = Map.of(
            "admin:org", Set.of("write:org", "read:org"),
            "write:org", Set.of("read:org"),
            "repo", Set.of("security_events"));

    private CredentialRules() {}

    static List<Finding> kinds(DescriptionSources description) {
        Findings findings = new Findings();
        for (DescribedOperation operation : description.operations()) {
            NodeLocation kinds = credentials(operation).at("kinds");
            Set<String> named = texts(kinds.node());
            findings.expect(
                    !named.isEmpty() && KINDS.containsAll(named),
                    kinds.pointer(),
                    "not kinds of credentials: " + named);
        }
        return findings.all();
    }

    /** Scopes are there for the tokens that have scopes, and are declared. */
    static List<Finding> scopes(DescriptionSources description) {
        Set<String> declared = new HashSet<>();
        description
                .place("components")
                .at("securitySchemes")
                .at("oauth")
                .at("flows")
                .children()
                .forEach(flow -> flow.at("scopes").children().forEach(scope -> declared.add(scope.name())));
        Findings findings = new Findings();
        for (DescribedOperation operation : description.operations()) {
            NodeLocation scopes = credentials(operation).at("scopes");
            Set<String> kinds = texts(credentials(operation).node().path("kinds"));
            boolean scoped = kinds.contains("classic") || kinds.contains("oauth");
            findings.expect(
                    scoped == scopes.node().path("accepted").isArray(),
                    scopes.pointer(),
                    "scopes with no token, or the reverse");
            Set<String> named = texts(scopes.node().path("accepted"));
            named.addAll(texts(scopes.node().path("required")));
            findings.expect(
                    declared.containsAll(named), scopes.pointer(), "not all of these scopes are declared: " + named);
        }
        return findings.all();
    }

    /** What is required is accepted, or contained in what is. */
    static List<Finding> requiredScopes(DescriptionSources description) {
        Findings findings = new Findings();
        for (DescribedOperation operation : description.operations()) {
            NodeLocation scopes = credentials(operation).at("scopes");
            Set<String> meant = texts(scopes.node().path("accepted"));
            Set.copyOf(meant).forEach(scope -> meant.addAll(CONTAINED.getOrDefault(scope, Set.of())));
            findings.expect(
                    meant.containsAll(texts(scopes.node().path("required"))),
                    scopes.pointer(),
                    "a required scope is not accepted");
        }
        return findings.all();
    }

    /** In the organization, and in the repositories that a body names. */
    static List<Finding> permissions(DescriptionSources description) {
        Findings findings = new Findings();
        for (DescribedOperation operation : description.operations()) {
            List<NodeLocation> permissions =
                    new ArrayList<>(credentials(operation).at("permissions").children());
            permissions.addAll(credentials(operation).at("accepted_permissions").children());
            permissions.addAll(
                    credentials(operation).at("repository_permissions").children());
            for (NodeLocation permission : permissions) {
                boolean good = permission.name().matches("[a-z]+(_[a-z]+)*")
                        && Set.of("read", "write", "admin")
                                .contains(permission.node().asText());
                findings.expect(good, permission.pointer(), "not a permission and its level: " + permission.node());
            }
        }
        return findings.all();
    }

    static List<Finding> roles(DescriptionSources description) {
        Findings findings = new Findings();
        for (DescribedOperation operation : description.operations()) {
            NodeLocation role = credentials(operation).at("role");
            findings.expect(
                    role.node().isMissingNode() || ROLES.contains(role.node().asText()),
                    role.pointer(),
                    "not a role: " + role.node());
        }
        return findings.all();
    }

    /** Each refusal is one of the operation's responses; that for a wrong kind may differ by kind. */
    static List<Finding> refusals(DescriptionSources description) {
        Findings findings = new Findings();
        for (DescribedOperation operation : description.operations()) {
            Set<String> listed = description.responses(operation).keySet();
            for (NodeLocation refusal : credentials(operation).at("refusals").children()) {
                findings.expect(REASONS.contains(refusal.name()), refusal.pointer(), "not a reason to refuse");
                List<NodeLocation> statuses = refusal.node().isObject() ? refusal.children() : List.of(refusal);
                statuses.forEach(status -> findings.expect(
                        status.node().isInt() && listed.contains(status.node().asText()),
                        status.pointer(),
                        "not a response of the operation: " + status.node()));
                findings.expect(
                        !refusal.node().isObject() || KINDS.containsAll(names(refusal)),
                        refusal.pointer(),
                        "not kinds");
            }
        }
        return findings.all();
    }

    /** Nothing is demanded without saying how its want is answered. */
    static List<Finding> refusalsAreComplete(DescriptionSources description) {
        Findings findings = new Findings();
        for (DescribedOperation operation : description.operations()) {
            NodeLocation credentials = credentials(operation);
            Set<String> missing = demanded(credentials);
            missing.removeAll(names(credentials.at("refusals")));
            findings.expect(missing.isEmpty(), credentials.pointer(), "no refusal for want of " + missing);
        }
        return findings.all();
    }

    private static Set<String> demanded(NodeLocation credentials) {
        Set<String> kinds = texts(credentials.node().path("kinds"));
        Set<String> demanded = new LinkedHashSet<>();
        if (!kinds.contains("anonymous")) {
            demanded.add("anonymous");
        }
        if (!kinds.containsAll(KINDS)) {
            demanded.add("kind");
        }
        if (!needed(credentials).isEmpty()) {
            demanded.add("scope");
        }
        if (!credentials.at("permissions").node().isEmpty()
                || !credentials.at("repository_permissions").node().isEmpty()) {
            demanded.add("permission");
        }
        if (credentials.has("role")) {
            demanded.add("role");
        }
        return demanded;
    }

    /** {@code security} admits the same kinds, an OAuth token with one of the scopes that are needed. */
    static List<Finding> security(DescriptionSources description) {
        Findings findings = new Findings();
        for (DescribedOperation operation : description.operations()) {
            NodeLocation credentials = credentials(operation);
            Set<String> kinds = texts(credentials.node().path("kinds"));
            kinds.retainAll(KINDS);
            Set<String> admitted = new HashSet<>();
            Set<String> scopes = new HashSet<>();
            for (JsonNode alternative : operation.node().path("security")) {
                admitted.addAll(alternative.isEmpty() ? Set.of("anonymous") : names(new NodeLocation("", alternative)));
                scopes.addAll(texts(alternative.path("oauth")));
            }
            findings.expect(
                    admitted.equals(kinds), operation.place().at("security").pointer(), admitted + " is not " + kinds);
            findings.expect(
                    !kinds.contains("oauth") || scopes.equals(needed(credentials)),
                    operation.place().at("security").pointer(),
                    scopes + " is not " + needed(credentials));
        }
        return findings.all();
    }

    /** The control API takes the control token, which not every server demands, and nothing else takes it. */
    static List<Finding> controlToken(DescriptionSources description) {
        Findings findings = new Findings();
        for (DescribedOperation operation : description.operations()) {
            NodeLocation security = operation.place().at("security");
            boolean taken = security.children().stream().anyMatch(alternative -> alternative.has("control_token"));
            findings.expect(
                    taken == operation.id().startsWith("control/"),
                    security.pointer(),
                    taken ? "takes the control token" : "does not take the control token");
        }
        return findings.all();
    }

    /** The scopes one of which a classic or OAuth token must have. */
    private static Set<String> needed(NodeLocation credentials) {
        JsonNode scopes = credentials.node().path("scopes");
        return texts(scopes.has("required") ? scopes.path("required") : scopes.path("accepted"));
    }

    private static NodeLocation credentials(DescribedOperation operation) {
        return operation.place().at("x-hubtwin-credentials");
    }

    private static Set<String> names(NodeLocation place) {
        Set<String> names = new LinkedHashSet<>();
        place.children().forEach(child -> names.add(child.name()));
        return names;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new LinkedHashSet<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
