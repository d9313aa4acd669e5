package dev.hubtwin.internal.seed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Draws small documents about few things, so that they often name, contradict and delete the same. */
final class RandomDocuments {

    private static final List<String> USERS = List.of("ann", "bob", "cy", "Dee", "eve");
    private static final List<String> ORGANIZATIONS = List.of("acme", "Globex", "eve");
    private static final List<String> REPOSITORIES = List.of("one", "Two", "three");
    private static final List<String> TEAMS = List.of("core", "Ops", "all");
    private static final List<String> APPS = List.of("bot", "Helper");
    private static final List<String> CLIENTS = List.of("client1", "client2", "client3");

    private final Random random;

    RandomDocuments(Random random) {
        this.random = random;
    }

    /** Returns a document that merges and deletes. */
    ObjectNode patch() {
        return document(1 + random.nextInt(3), true);
    }

    /** Returns a document that only adds. */
    ObjectNode addition() {
        return document(1 + random.nextInt(2), false);
    }

    /** Returns a document that adds much. */
    ObjectNode world() {
        return document(30, false);
    }

    private ObjectNode document(int things, boolean patch) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < things; i++) {
            switch (random.nextInt(patch ? 12 : 9)) {
                case 0, 1 -> element(document, "users", patch, user -> user(user, patch));
                case 2, 3, 4 -> element(document, "organizations", patch, one -> organization(one, patch));
                case 5, 6 -> element(document, "repositories", patch, one -> repository(one, patch));
                case 7 -> element(document, "oauth_apps", patch, one -> one.put("client_id", any(CLIENTS)));
                case 8 -> element(document, "apps", patch, one -> app(one, patch));
                case 9 -> element(document, "tokens", patch, this::token);
                case 10 ->
                    element(
                            document,
                            "manifest_codes",
                            patch,
                            one -> one.put("code", "c" + random.nextInt(2)).put("owner", any(USERS)));
                default -> counters(document);
            }
        }
        if (often(8)) {
            document.put("signed_in", any(USERS));
        }
        if (!patch) {
            element(document, "tokens", false, this::token);
        }
        return document;
    }

    private void counters(ObjectNode document) {
        ObjectNode counters = document.putObject("counters");
        counters.put("accounts", 1 + random.nextInt(90));
        if (often(2)) {
            counters.putObject("campaigns").put(any(ORGANIZATIONS), 1 + random.nextInt(9));
        }
    }

    private void user(ObjectNode user, boolean patch) {
        user.put("login", any(USERS));
        id(user);
        some(user, "name", 3);
        if (often(3)) {
            user.put("two_factor", random.nextBoolean());
        }
        elements(
                user,
                "keys",
                patch,
                key -> key.put("id", 1 + random.nextInt(4)).put("key", "ssh-rsa A" + random.nextInt(6)));
    }

    private void organization(ObjectNode organization, boolean patch) {
        organization.put("login", any(ORGANIZATIONS));
        id(organization);
        some(organization, "description", 3);
        if (often(4)) {
            organization.putObject("enterprise").put("slug", "corp");
        } else if (patch && often(4)) {
            organization.putNull("enterprise");
        }
        elements(organization, "members", patch, member -> {
            member.put("login", any(USERS));
            if (often(2)) {
                member.put("role", "admin");
            } else if (often(3)) {
                member.put("state", "pending").put("invited_by", any(USERS));
                invitedInto(member, "invited_into");
            }
        });
        if (often(5)) {
            invitation(organization.putArray("invitations").addObject());
        } else if (patch && often(12)) {
            organization.putNull("invitations");
        }
        elements(organization, "teams", patch, team -> {
            team.put("slug", any(TEAMS));
            id(team);
            names(team, "members", USERS);
            names(team, "maintainers", USERS);
            some(team, "parent", TEAMS);
            elements(team, "repositories", patch, one -> one.put("name", any(REPOSITORIES)));
        });
        elements(organization, "hooks", patch, this::hook);
        elements(organization, "campaigns", patch, campaign -> {
            campaign.put("number", 1 + random.nextInt(3)).put("name", "n").put("description", "d");
            names(campaign, "managers", USERS);
            names(campaign, "team_managers", TEAMS);
            elements(
                    campaign,
                    "code_scanning_alerts",
                    patch,
                    one -> one.put("repository", any(REPOSITORIES))
                            .putArray("alert_numbers")
                            .add(1));
        });
        names(organization, "outside_collaborators", USERS);
        names(organization, "billing_managers", USERS);
        names(organization, "blocked_by", USERS);
        names(organization, "security_managers", TEAMS);
        if (often(6)) {
            organization
                    .putArray("invitations_sent")
                    .addObject()
                    .put("by", any(USERS))
                    .put("at", "2026-03-01T0" + random.nextInt(9) + ":00:00Z");
        }
    }

    private void invitation(ObjectNode invitation) {
        boolean failed = often(3);
        if (often(2)) {
            invitation.put("email", any(USERS) + "@example.com");
            id(invitation);
            some(invitation, "role", List.of("admin", "direct_member", "billing_manager"));
        } else {
            invitation.put("login", any(USERS)).put("role", failed ? "admin" : "billing_manager");
        }
        if (failed) {
            invitation.put("failed_at", "2026-03-01T00:00:00Z");
        }
        some(invitation, "invited_by", USERS);
        invitedInto(invitation, "teams");
    }

    private void invitedInto(ObjectNode invitation, String list) {
        if (often(3)) {
            ObjectNode team = invitation.putArray(list).addObject().put("team", any(TEAMS));
            some(team, "role", List.of("member", "maintainer"));
        }
    }

    private void hook(ObjectNode hook) {
        hook.put("id", 1 + random.nextInt(4));
        hook.putObject("config").put("url", "http://127.0.0.1/" + random.nextInt(3));
        some(hook, "created_by", USERS);
        some(hook, "oauth_app", CLIENTS);
    }

    private void repository(ObjectNode repository, boolean patch) {
        repository.put("owner", any(often(3) ? USERS : ORGANIZATIONS)).put("name", any(REPOSITORIES));
        id(repository);
        some(repository, "visibility", List.of("public", "private", "internal"));
        if (often(4)) {
            repository.put("fork", true).put("parent", any(ORGANIZATIONS) + "/" + any(REPOSITORIES));
        }
        if (often(8)) {
            repository.put("template_repository", any(ORGANIZATIONS) + "/" + any(REPOSITORIES));
        }
        names(repository, "former_names", List.of("old", "older"));
        elements(repository, "collaborators", patch, one -> one.put("login", any(USERS)));
        elements(repository, "contributors", patch, one -> one.put("login", any(USERS)));
        elements(repository, "code_scanning_alerts", patch, one -> one.put("number", 1 + random.nextInt(2)));
        elements(repository, "hooks", patch, this::hook);
    }

    private void app(ObjectNode app, boolean patch) {
        app.put("slug", any(APPS)).put("owner", any(often(2) ? USERS : ORGANIZATIONS));
        id(app);
        some(app, "name", APPS);
        some(app, "client_id", CLIENTS);
        if (often(3)) {
            app.putObject("permissions").put("members", random.nextBoolean() ? "read" : "write");
        }
        elements(app, "installations", patch, installation -> {
            installation.put("account", any(often(2) ? USERS : ORGANIZATIONS));
            if (often(3)) {
                installation.put("id", 1 + random.nextInt(4));
            }
            names(installation, "repositories", REPOSITORIES);
            if (often(4)) {
                installation.put("suspended_at", "2026-01-01T00:00:00Z").put("suspended_by", any(USERS));
            }
        });
    }

    private void token(ObjectNode token) {
        token.put("token", "token-" + random.nextInt(5));
        if (often(6)) {
            token.put("id", 1 + random.nextInt(5));
        }
        switch (random.nextInt(5)) {
            case 0 -> token.put("user", any(USERS)).put("kind", "classic");
            case 1 -> token.put("user", any(USERS)).put("kind", "oauth").put("oauth_app", any(CLIENTS));
            case 2 -> {
                token.put("user", any(USERS)).put("kind", "fine_grained").put("resource_owner", any(ORGANIZATIONS));
                names(token, "repositories", REPOSITORIES);
            }
            case 3 ->
                token.put("user", any(USERS)).put("kind", "user_to_server").put("app", any(APPS));
            default -> {
                token.put("kind", "installation").put("installation", 1 + random.nextInt(4));
                names(token, "repositories", REPOSITORIES);
            }
        }
    }

    private void elements(ObjectNode thing, String list, boolean patch, Consumer<ObjectNode> fill) {
        if (patch && often(25)) {
            thing.putNull(list);
        }
        for (int i = random.nextInt(9) - 6; i > 0; i--) {
            element(thing, list, patch, fill);
        }
    }

    /** Adds an element; of a patch it is sometimes the key alone and deletes, and what it says is sometimes null. */
    private void element(ObjectNode thing, String list, boolean patch, Consumer<ObjectNode> fill) {
        ArrayNode elements = thing.get(list) instanceof ArrayNode there ? there : thing.putArray(list);
        ObjectNode element = elements.addObject();
        fill.accept(element);
        if (patch && often(4)) {
            element.put("$delete", true);
        } else if (patch && often(6)) {
            List<String> names =
                    element.properties().stream().map(member -> member.getKey()).toList();
            element.putNull(any(names));
        }
    }

    private void names(ObjectNode thing, String list, List<String> names) {
        if (often(4)) {
            ArrayNode array = thing.putArray(list);
            for (int i = random.nextInt(3); i > 0; i--) {
                array.add(any(names));
            }
        }
    }

    private void id(ObjectNode thing) {
        if (often(8)) {
            thing.put("id", 1 + random.nextInt(9));
        }
    }

    private void some(ObjectNode thing, String member, int values) {
        if (often(2)) {
            thing.put(member, "v" + random.nextInt(values));
        }
    }

    private void some(ObjectNode thing, String member, List<String> values) {
        if (often(4)) {
            thing.put(member, any(values));
        }
    }

    private boolean often(int one) {
        return random.nextInt(one) == 0;
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
