package dev.hubtwin.internal.contract.config;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Asks whose the tokens of a config are, and which scopes they have. */
final class TokenCheck {

    private static final Set<String> OF_OWNERS =
            Set.of("admin:org", "admin:org_hook", "repo", "user", "security_events");
    private static final Set<String> OF_OTHERS = Set.of("admin:org", "repo");

    /** The scopes that tokens need; whoever is told most comes first. */
    private static final Map<ConfigKey, Set<String>> SCOPES = new EnumMap<>(Map.of(
            ConfigKey.OWNER_TOKEN, OF_OWNERS,
            ConfigKey.MEMBER_TOKEN, OF_OTHERS,
            ConfigKey.OUTSIDER_TOKEN, OF_OTHERS,
            ConfigKey.PENDING_TOKEN, OF_OTHERS,
            ConfigKey.SCOPELESS_TOKEN, Set.of()));

    private static final Map<ConfigKey, ConfigKey> USERS = Map.of(
            ConfigKey.OWNER_TOKEN, ConfigKey.OWNER,
            ConfigKey.MEMBER_TOKEN, ConfigKey.MEMBER,
            ConfigKey.OUTSIDER_TOKEN, ConfigKey.OUTSIDER,
            ConfigKey.PENDING_TOKEN, ConfigKey.PENDING);

    private final ServerInquiry server;
    private final TargetConfig config;
    private final ConfigVerdict verdict;
    private final Map<ConfigKey, String> logins = new EnumMap<>(ConfigKey.class);

    TokenCheck(ServerInquiry server, TargetConfig config, ConfigVerdict verdict) {
        this.server = server;
        this.config = config;
        this.verdict = verdict;
    }

    void run() {
        SCOPES.forEach((key, needed) -> user(key).ifPresent(user -> checkScopes(key, needed, user)));
        user(ConfigKey.APP_USER_TOKEN);
    }

    /** Returns whose a token is, if the server takes it. */
    Optional<String> login(ConfigKey token) {
        return Optional.ofNullable(logins.get(token));
    }

    /** Returns the credential of a token, if the server takes it. */
    Optional<String> credential(ConfigKey token) {
        return config.find(token).filter(value -> logins.containsKey(token)).map(ServerInquiry::bearer);
    }

    /** Returns the credential of the first token that the server takes, or nobody's. */
    String anyCredential() {
        return SCOPES.keySet().stream()
                .flatMap(token -> credential(token).stream())
                .findFirst()
                .orElse(ServerInquiry.ANONYMOUS);
    }

    /** Returns whose the first token is that the server takes. */
    Optional<String> anyLogin() {
        return logins.values().stream().findFirst();
    }

    /** Returns the key of the token of a user. */
    static Optional<ConfigKey> tokenOf(ConfigKey user) {
        return USERS.keySet().stream()
                .filter(token -> token == user || USERS.get(token) == user)
                .findFirst();
    }

    private Optional<ServerReply> user(ConfigKey key) {
        Optional<ServerReply> reply = config.find(key).map(token -> server.get(ServerInquiry.bearer(token), "/user"));
        Optional<String> login = reply.filter(ServerReply::isFound).flatMap(user -> user.name("/login"));
        login.ifPresent(name -> {
            logins.put(key, name);
            checkUser(key, name);
        });
        if (reply.isPresent() && login.isEmpty()) {
            if (reply.get().isRefused()) {
                verdict.mistake(key, "the server refuses it, " + reply.get().failure());
            } else {
                verdict.unchecked(key, reply.get().failure());
            }
        }
        return login.isPresent() ? reply : Optional.empty();
    }

    private void checkUser(ConfigKey token, String login) {
        ConfigKey user = USERS.get(token);
        Optional.ofNullable(user)
                .flatMap(config::find)
                .filter(name -> !name.equalsIgnoreCase(login))
                .ifPresent(name -> verdict.mistake(
                        token, "is a token of `" + login + "`, but " + user.key() + " is `" + name + "`"));
    }

    private void checkScopes(ConfigKey token, Set<String> needed, ServerReply user) {
        if (user.scopes().isEmpty()) {
            verdict.unchecked(token, "the server does not say which scopes it has");
            return;
        }
        Set<String> scopes = scopes(user.scopes().get());
        Set<String> lacking = new TreeSet<>(needed);
        lacking.removeAll(scopes);
        if (scopes.contains("repo")) {
            lacking.remove("security_events"); // which is a part of it
        }
        if (!lacking.isEmpty()) {
            verdict.mistake(token, "lacks " + named(lacking));
        } else if (needed.isEmpty() && !scopes.isEmpty()) {
            verdict.mistake(token, "has " + named(scopes) + ", but must have none");
        }
    }

    /** Returns the scopes that a header tells. */
    static Set<String> scopes(String header) {
        return Arrays.stream(header.split("[,\\s]+"))
                .filter(scope -> scope.matches("[a-z_:]{1,40}"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String named(Set<String> scopes) {
        return (scopes.size() == 1 ? "the scope " : "the scopes ") + String.join(", ", scopes);
    }
}
