package dev.hubtwin.internal.contract.config;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Asks whether the organization of a config is there, and what the users of the config are in it. */
final class RoleCheck {

    /** A longer list of outside collaborators is not read to its end. */
    private static final int MOST_PAGES = 10;

    /** What somebody is to an organization, in words that its name follows. */
    private enum Role {
        OWNER("an owner of"),
        MEMBER("a member of"),
        INVITED("invited to"),
        COLLABORATOR("an outside collaborator of"),
        STRANGER("a stranger to");

        private final String words;

        Role(String words) {
            this.words = words;
        }
    }

    private static final Map<ConfigKey, Role> ROLES = new EnumMap<>(Map.of(
            ConfigKey.OWNER, Role.OWNER,
            ConfigKey.MEMBER, Role.MEMBER,
            ConfigKey.OUTSIDER, Role.STRANGER,
            ConfigKey.INVITEE, Role.STRANGER,
            ConfigKey.PENDING, Role.INVITED,
            ConfigKey.COLLABORATOR, Role.COLLABORATOR));

    private final ServerInquiry server;
    private final TargetConfig config;
    private final ConfigVerdict verdict;
    private final TokenCheck tokens;

    RoleCheck(ServerInquiry server, TargetConfig config, ConfigVerdict verdict, TokenCheck tokens) {
        this.server = server;
        this.config = config;
        this.verdict = verdict;
        this.tokens = tokens;
    }

    void run() {
        config.find(ConfigKey.ORGANIZATION).filter(this::isThere).ifPresent(organization -> {
            ROLES.forEach((user, role) -> {
                Optional<ConfigKey> token = TokenCheck.tokenOf(user);
                Optional<String> name = config.find(user);
                if (name.isPresent()) {
                    check(user, organization, name.get(), role);
                } else if (token.isPresent()) {
                    checkHolder(token.get(), organization, role);
                }
            });
            checkHolder(ConfigKey.SCOPELESS_TOKEN, organization, Role.OWNER);
        });
    }

    private boolean isThere(String organization) {
        ServerReply reply = server.get(tokens.anyCredential(), "/orgs/" + organization);
        if (reply.isMissing() && knowsOrganizations()) {
            verdict.mistake(ConfigKey.ORGANIZATION, "the server has no organization `" + organization + "`");
        } else if (!reply.isFound()) {
            verdict.unchecked(ConfigKey.ORGANIZATION, reply.failure());
        }
        return reply.isFound();
    }

    /** Whether the server has an organization that it says to have; else it may not know the question. */
    private boolean knowsOrganizations() {
        return server.get(tokens.anyCredential(), "/user/orgs?per_page=1").each("", "/login").stream()
                .anyMatch(login ->
                        server.get(tokens.anyCredential(), "/orgs/" + login).isFound());
    }

    /** The same of the membership of the owner who asks. */
    private boolean knowsMemberships(String organization) {
        return membershipOf(
                        ConfigKey.OWNER_TOKEN,
                        organization,
                        tokens.login(ConfigKey.OWNER_TOKEN).orElse("-"))
                .filter(ServerReply::isFound)
                .isPresent();
    }

    /** The same of the user whose a token is. */
    private boolean knowsUsers() {
        return tokens.anyLogin()
                .filter(login ->
                        server.get(tokens.anyCredential(), "/users/" + login).isFound())
                .isPresent();
    }

    private void checkHolder(ConfigKey token, String organization, Role expected) {
        tokens.login(token).ifPresent(login -> check(token, organization, login, expected));
    }

    private void check(ConfigKey key, String organization, String login, Role expected) {
        Optional<ServerReply> membership = membershipOf(key, organization, login);
        if (membership.isEmpty()) {
            verdict.unchecked(key, "there is no token that may ask for it");
        } else if (membership.get().name("/role").isPresent()) {
            compare(key, organization, login, expected, role(membership.get()));
        } else if (!membership.get().isMissing() || !knowsMemberships(organization)) {
            verdict.unchecked(key, membership.get().failure());
        } else if (server.get(tokens.anyCredential(), "/users/" + login).isMissing() && knowsUsers()) {
            verdict.mistake(key, "the server has no user `" + login + "`");
        } else {
            checkStranger(key, organization, login, expected);
        }
    }

    private void checkStranger(ConfigKey key, String organization, String login, Role expected) {
        Optional<Boolean> collaborates = tokens.credential(ConfigKey.OWNER_TOKEN)
                .flatMap(owner -> collaborates(server, owner, organization, login));
        if (collaborates.isEmpty() && (expected == Role.COLLABORATOR || expected == Role.STRANGER)) {
            verdict.unchecked(key, "the outside collaborators of " + organization + " cannot be read");
        } else {
            compare(key, organization, login, expected, collaborates.orElse(false) ? Role.COLLABORATOR : Role.STRANGER);
        }
    }

    private void compare(ConfigKey key, String organization, String login, Role expected, Role actual) {
        if (actual != expected) {
            verdict.mistake(
                    key,
                    "`" + login + "` is " + actual.words + " " + organization + ", and must be " + expected.words
                            + " it");
        }
    }

    private static Role role(ServerReply membership) {
        return membership.names("/state", "pending")
                ? Role.INVITED
                : membership.names("/role", "admin") ? Role.OWNER : Role.MEMBER;
    }

    /** Asks an owner, or else the user; empty if neither has a token. */
    private Optional<ServerReply> membershipOf(ConfigKey key, String organization, String login) {
        Optional<String> owner = tokens.credential(ConfigKey.OWNER_TOKEN);
        return owner.isPresent()
                ? owner.map(asking -> server.get(asking, "/orgs/" + organization + "/memberships/" + login))
                : TokenCheck.tokenOf(key)
                        .flatMap(tokens::credential)
                        .map(own -> server.get(own, "/user/memberships/orgs/" + organization));
    }

    /** Whether an owner is told that somebody has nothing to do with an organization. */
    static boolean isStranger(ServerInquiry server, String owner, String organization, String login) {
        return server.get(owner, "/orgs/" + organization + "/memberships/" + login)
                        .isMissing()
                && collaborates(server, owner, organization, login).equals(Optional.of(false));
    }

    /** Whether somebody is an outside collaborator; empty if the server does not tell. */
    private static Optional<Boolean> collaborates(
            ServerInquiry server, String owner, String organization, String login) {
        String path = "/orgs/" + organization + "/outside_collaborators?per_page=100";
        for (int page = 0; page < MOST_PAGES; page++) {
            ServerReply reply = server.get(owner, path);
            if (!reply.isFound()) {
                return Optional.empty();
            }
            if (reply.each("", "/login").stream().anyMatch(login::equalsIgnoreCase)) {
                return Optional.of(true);
            }
            if (reply.next().isEmpty()) {
                return Optional.of(false);
            }
            path = reply.next().get();
        }
        return Optional.empty();
    }
}
