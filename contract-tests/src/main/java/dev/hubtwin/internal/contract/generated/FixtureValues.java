package dev.hubtwin.internal.contract.generated;

import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.description.Description;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the fixture knows that requests of an operation may be about, and who may make them.
 *
 * @param who a caller who may; nobody where an app calls
 * @param known values by the name of the parameter or member
 * @param demanded the members of a body that a rule demands, though the description calls them optional
 */
record FixtureValues(FixtureIdentity who, Map<String, List<String>> known, Set<String> demanded) {

    FixtureValues(FixtureIdentity who, Map<String, List<String>> known) {
        this(who, known, Set.of());
    }

    private static final Set<String> UPDATES = Set.of("orgs/update", "orgs/update-by-post");
    private static final Map<String, List<String>> EVERYWHERE = Map.ofEntries(
            names("owner", "quay"),
            names("repo", "crane"),
            names("repository_id", "701"),
            names("repository_ids", "701"),
            names("repositories", "crane"),
            names("user_id", "201"),
            names("organization_id", "9303"),
            names("org", "quay"),
            names("username", "anna"),
            names("installation_id", "601"),
            names("app_slug", "pilot"),
            names("client_id", "Iv1.pilotpilotpilot1"),
            names("code", "good-code"),
            names("access_token", "ghu_anna"),
            names("affiliation", "owner"),
            names("target", "quay"),
            names("target_id", "9303"),
            names("permissions", "read"),
            names("delivery_id", "1"),
            names("cursor", "v1_1"),
            names("url", "http://127.0.0.1:9/generated"),
            names("insecure_ssl", "0"));

    /** Those of an operation. */
    static FixtureValues of(Description.Operation operation) {
        String path = operation.path();
        if (path.contains("/campaigns")) {
            return new FixtureValues(
                    FixtureIdentity.GRETA,
                    more(
                            "org",
                            "beacon",
                            "organization_id",
                            "9310",
                            "campaign_number",
                            "1",
                            "managers",
                            "gus",
                            "team_managers",
                            "watch",
                            "repository_id",
                            "721",
                            "alert_numbers",
                            "1",
                            "ends_at",
                            "2098-07-06T05:04:03Z"));
        }
        if (path.contains("/hooks")) {
            return new FixtureValues(
                    FixtureIdentity.WADE,
                    more(
                            "org",
                            "buoy",
                            "organization_id",
                            "9401",
                            "owner",
                            "buoy",
                            "repo",
                            "bell",
                            "repository_id",
                            "751",
                            "hook_id",
                            path.startsWith("/repos/") ? "31" : "11",
                            "name",
                            "web",
                            "events",
                            "push"));
        }
        if (path.startsWith("/user/installations/{installation_id}/repositories/")) {
            return new FixtureValues(FixtureIdentity.ANNA, more("installation_id", "611", "repository_id", "703"));
        }
        if (path.contains("/team") || path.contains("invitations")) {
            return new FixtureValues(
                    FixtureIdentity.ANNA,
                    ofHarbor(),
                    operation.id().equals("orgs/create-invitation") ? Set.of("invitee_id") : Set.of()); // or email
        }
        if (path.startsWith("/user/keys")) {
            return new FixtureValues(FixtureIdentity.ADA, more("key_id", "61", "key", "ssh-ed25519 AAAAgenerated"));
        }
        if (path.startsWith("/user/memberships")) {
            return new FixtureValues(FixtureIdentity.ANNA, more("state", "active"));
        }
        return path.startsWith("/orgs/{org}/") && path.endsWith("/{username}")
                ? ofPerson(operation)
                : ofRest(operation);
    }

    private static Map<String, List<String>> ofHarbor() {
        return more(
                "org",
                "harbor",
                "organization_id",
                "9301",
                "team_slug",
                "deck",
                "team_id",
                "71",
                "team_ids",
                "71",
                "username",
                "dirk",
                "invitation_id",
                "205",
                "invitee_id",
                "208");
    }

    private static FixtureValues ofPerson(Description.Operation operation) {
        String username = operation.id().equals("orgs/remove-outside-collaborator")
                ? "finn"
                : operation.path().contains("public") ? "anna" : "cleo";
        return new FixtureValues(FixtureIdentity.ANNA, more("org", "harbor", "username", username));
    }

    private static FixtureValues ofRest(Description.Operation operation) {
        if (UPDATES.contains(operation.id())) {
            return new FixtureValues(
                    FixtureIdentity.OWNER,
                    more("org", "initech", "billing_email", "pay@example.com", "email", "ask@example.com"));
        }
        if (operation.id().equals("repos/create-in-org")) {
            return new FixtureValues(FixtureIdentity.OWNER_REPO, more("org", "initech", "team_id", "95"));
        }
        if (operation.id().equals("apps/scope-token")) {
            return new FixtureValues(
                    FixtureIdentity.ANONYMOUS, EVERYWHERE, Set.of("target")); // R145: this, or target_id
        }
        boolean app = operation.node().at("/x-hubtwin-credentials/kinds").size() == 1;
        return new FixtureValues(app ? FixtureIdentity.ANONYMOUS : FixtureIdentity.ANNA, EVERYWHERE);
    }

    private static Map<String, List<String>> more(String... names) {
        Map<String, List<String>> more = new LinkedHashMap<>(EVERYWHERE);
        for (int i = 0; i < names.length; i += 2) {
            more.put(names[i], List.of(names[i + 1]));
        }
        return more;
    }

    private static Map.Entry<String, List<String>> names(String name, String value) {
        return Map.entry(name, List.of(value));
    }
}
