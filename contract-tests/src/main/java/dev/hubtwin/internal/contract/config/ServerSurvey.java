package dev.hubtwin.internal.contract.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks a server what a config of it could say, in the name of an owner. It sends nothing but GET. */
public final class ServerSurvey {

    private static final int MOST_ORGANIZATIONS = 5;
    private static final int MOST_STRANGERS = 10;
    private static final int MOST_ALERTS = 2;

    private final ServerInquiry server;
    private final Optional<String> chosen;
    private final String owner;
    private TargetConfig found;

    private ServerSurvey(URI root, TargetConfig given, Optional<String> chosen) {
        this.server = new ServerInquiry(root);
        this.found = given;
        this.chosen = chosen;
        this.owner = ServerInquiry.bearer(given.find(ConfigKey.OWNER_TOKEN)
                .orElseThrow(
                        () -> new IllegalArgumentException("a config is made with the token of an owner: --token")));
    }

    /**
     * Asks a server.
     *
     * @param root without a slash at its end
     * @param given the token of an owner, and what is known of an app
     * @param chosen the organization, if it is known
     * @throws IllegalArgumentException with one sentence, if the server refuses what is given, or if the owner has no
     *     organization or several of which none is chosen
     */
    public static ConfigDraft draft(URI root, TargetConfig given, Optional<String> chosen) {
        return new ServerSurvey(root, given, chosen).draft();
    }

    private ConfigDraft draft() {
        ServerReply user = required(server.get(owner, "/user"));
        String login = user.name("/login").orElse("-");
        put(ConfigKey.OWNER, Optional.of(login));
        ServerReply memberships = required(server.get(owner, "/user/memberships/orgs?state=active&per_page=100"));
        String organization = organization(login, memberships);
        put(ConfigKey.ORGANIZATION, Optional.of(organization));
        put(ConfigKey.MEMBER, first(organization, "/members?role=member&per_page=1"));
        put(ConfigKey.PENDING, first(organization, "/invitations?per_page=100"));
        put(ConfigKey.COLLABORATOR, first(organization, "/outside_collaborators?per_page=1"));
        put(ConfigKey.OUTSIDER, outsider(organization, memberships.each("", "/organization/login")));
        app(organization);
        alerts(organization);
        String scopes = user.scopes()
                .map(header -> "with the scopes: " + String.join(", ", TokenCheck.scopes(header)))
                .orElse("whose scopes the server does not tell");
        return new ConfigDraft(found, "tokens.owner is a token of " + login + ", " + scopes);
    }

    private static ServerReply required(ServerReply reply) {
        if (!reply.isFound()) {
            throw new IllegalArgumentException("no config can be made: " + reply.failure());
        }
        return reply;
    }

    private String organization(String login, ServerReply memberships) {
        List<String> owned = memberships
                .elements("")
                .filter(one -> memberships.names(one + "/role", "admin"))
                .flatMap(one -> memberships.name(one + "/organization/login").stream())
                .toList();
        String whose = "`" + login + "` owns " + (owned.isEmpty() ? "no organization" : String.join(", ", owned));
        if (chosen.isPresent()) {
            return owned.stream()
                    .filter(chosen.get()::equalsIgnoreCase)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(whose + ", and not " + chosen.get()));
        }
        if (owned.size() != 1) {
            throw new IllegalArgumentException(
                    whose + (owned.isEmpty() ? "; --token takes a token of an owner" : "; choose one: --organization"));
        }
        return owned.get(0);
    }

    private Optional<String> first(String organization, String list) {
        return server.get(owner, "/orgs/" + organization + list).each("", "/login").stream()
                .findFirst();
    }

    /** Finds somebody of another organization of the owner's; nobody else is to be drawn into tests. */
    private Optional<String> outsider(String organization, List<String> organizations) {
        return organizations.stream()
                .filter(other -> !other.equals(organization))
                .limit(MOST_ORGANIZATIONS)
                .flatMap(
                        other -> server
                                .get(owner, "/orgs/" + other + "/members?per_page=" + MOST_STRANGERS)
                                .each("", "/login")
                                .stream())
                .distinct()
                .filter(login -> RoleCheck.isStranger(server, owner, organization, login))
                .findFirst();
    }

    private void app(String organization) {
        Optional<String> app = AppCheck.credential(found);
        if (app.isPresent()) {
            ServerReply known = required(server.get(app.get(), "/app"));
            put(ConfigKey.APP_ID, known.name("/id"));
            put(ConfigKey.APP_CLIENT_ID, known.name("/client_id"));
            put(
                    ConfigKey.INSTALLATION,
                    server.get(app.get(), "/orgs/" + organization + "/installation")
                            .name("/id"));
            return;
        }
        ServerReply installations = server.get(owner, "/orgs/" + organization + "/installations?per_page=100");
        installations
                .elements("/installations")
                .filter(one -> found.find(ConfigKey.APP_ID)
                        .map(id -> installations.names(one + "/app_id", id))
                        .orElse(true))
                .findFirst()
                .ifPresent(one -> {
                    put(ConfigKey.APP_ID, installations.name(one + "/app_id"));
                    put(ConfigKey.APP_CLIENT_ID, installations.name(one + "/client_id"));
                    put(ConfigKey.INSTALLATION, installations.name(one + "/id"));
                });
    }

    private void alerts(String organization) {
        ServerReply alerts =
                server.get(owner, "/orgs/" + organization + "/code-scanning/alerts?state=open&per_page=100");
        Optional<String> repository = alerts.each("", "/repository/id").stream().findFirst();
        repository.ifPresent(id -> {
            put(ConfigKey.ALERTS_REPOSITORY, repository);
            put(
                    ConfigKey.ALERT_NUMBERS,
                    Optional.of(alerts.elements("")
                            .filter(one -> alerts.names(one + "/repository/id", id))
                            .flatMap(one -> alerts.name(one + "/number").stream())
                            .limit(MOST_ALERTS)
                            .collect(Collectors.joining(", "))));
        });
    }

    /** Notes what was found; what cannot stand in a config was not. */
    private void put(ConfigKey key, Optional<String> value) {
        try {
            found = value.isPresent() ? found.with(key, value.get()) : found;
        } catch (IllegalArgumentException e) {
            // The server calls it something that no config file takes.
        }
    }
}
