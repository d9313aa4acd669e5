package dev.hubtwin.internal.contract.config;

import java.util.Optional;

/** Asks whether the app of a config is there, whether its keys and secrets are right, and where it is installed. */
final class AppCheck {

    /** A token that nobody has; a client who may ask for it is told so. */
    private static final String NO_TOKEN = "gho_hubtwinNobodyHasThisToken0000000000";

    private final ServerInquiry server;
    private final TargetConfig config;
    private final ConfigVerdict verdict;
    private final boolean readOnly;

    AppCheck(ServerInquiry server, TargetConfig config, ConfigVerdict verdict, boolean readOnly) {
        this.server = server;
        this.config = config;
        this.verdict = verdict;
        this.readOnly = readOnly;
    }

    void run() {
        Optional<String> credential = credential(config);
        Optional<ServerReply> app = credential.map(signed -> server.get(signed, "/app"));
        boolean known = app.filter(ServerReply::isFound).isPresent();
        if (known) {
            checkName(ConfigKey.APP_ID, app.get(), "/id");
            checkName(ConfigKey.APP_CLIENT_ID, app.get(), "/client_id");
            config.find(ConfigKey.INSTALLATION).ifPresent(id -> checkInstallation(credential.get(), id));
        } else {
            app.ifPresent(this::checkRefusal);
        }
        checkSecret();
        checkUserToken();
    }

    /** Returns the credential of the app of a config that has its key. */
    static Optional<String> credential(TargetConfig config) {
        return config.find(ConfigKey.APP_ID)
                .or(() -> config.find(ConfigKey.APP_CLIENT_ID))
                .flatMap(issuer -> config.find(ConfigKey.APP_KEY).map(pem -> ServerInquiry.app(issuer, pem)));
    }

    private void checkName(ConfigKey key, ServerReply app, String pointer) {
        config.find(key)
                .ifPresent(name -> app.otherName(pointer, name)
                        .ifPresent(other -> verdict.mistake(
                                key, "is " + name + ", but the app that app.private_key belongs to has " + other)));
    }

    private void checkRefusal(ServerReply app) {
        ConfigKey issuer = config.has(ConfigKey.APP_ID) ? ConfigKey.APP_ID : ConfigKey.APP_CLIENT_ID;
        if (app.isRefused()) {
            verdict.mistake(
                    ConfigKey.APP_KEY,
                    "the server refuses what it signs for " + issuer.key() + ", " + app.failure()
                            + "; is it the key of another app, or is a clock wrong?");
        } else if (app.isMissing() && app.names("/message", "Integration not found")) {
            verdict.mistake(issuer, "the server has no such app");
        } else {
            verdict.unchecked(issuer, app.failure());
        }
    }

    private void checkInstallation(String app, String id) {
        ServerReply installation = server.get(app, "/app/installations/" + id);
        if (installation.isMissing() && hasOthersThan(app, id)) {
            verdict.mistake(ConfigKey.INSTALLATION, "the app has no installation " + id);
        } else if (!installation.isFound()) {
            verdict.unchecked(ConfigKey.INSTALLATION, installation.failure());
        } else {
            config.find(ConfigKey.ORGANIZATION)
                    .ifPresent(name -> installation
                            .otherName("/account/login", name)
                            .ifPresent(other -> verdict.mistake(
                                    ConfigKey.INSTALLATION,
                                    "is on `" + other + "`, but organization is `" + name + "`")));
            if (installation.body().path("suspended_at").isTextual()) {
                verdict.mistake(ConfigKey.INSTALLATION, "is suspended");
            }
        }
    }

    /** Whether an installation is missing in the list of all, too; else the server may not know the question. */
    private boolean hasOthersThan(String app, String id) {
        ServerReply all = server.get(app, "/app/installations?per_page=100");
        return all.isFound() && all.next().isEmpty() && !all.each("", "/id").contains(id);
    }

    /** Has a client check a token: one that is refused itself is told so before that. */
    private void checkSecret() {
        Optional<String> id = config.find(ConfigKey.APP_CLIENT_ID);
        Optional<String> secret = config.find(ConfigKey.APP_CLIENT_SECRET);
        if (id.isEmpty() || secret.isEmpty()) {
            return;
        }
        if (readOnly) {
            verdict.unchecked(ConfigKey.APP_CLIENT_SECRET, "that takes a POST, and nothing may be sent but GET");
            return;
        }
        Optional<String> token = config.find(ConfigKey.APP_USER_TOKEN);
        ServerReply reply = server.post(
                ServerInquiry.client(id.get(), secret.get()),
                "/applications/" + id.get() + "/token",
                "{\"access_token\": \"" + token.map(AppCheck::escaped).orElse(NO_TOKEN) + "\"}");
        if (reply.isRefused()) {
            verdict.mistake(
                    ConfigKey.APP_CLIENT_SECRET,
                    "the server refuses it for app.client_id " + id.get() + ", " + reply.failure());
        } else if (!reply.isFound() && !reply.isMissing()) {
            verdict.unchecked(ConfigKey.APP_CLIENT_SECRET, reply.failure());
        }
    }

    private static String escaped(String token) {
        return token.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private void checkUserToken() {
        Optional<ServerReply> reply = config.find(ConfigKey.APP_USER_TOKEN)
                .map(token -> server.get(ServerInquiry.bearer(token), "/user/installations?per_page=100"));
        if (reply.isEmpty() || reply.get().isRefused()) { // which was told of the token itself
            return;
        }
        boolean whole = reply.get().isFound() && reply.get().next().isEmpty();
        if (reply.get().isForbidden()) {
            verdict.mistake(
                    ConfigKey.APP_USER_TOKEN,
                    "is not a token of an app, " + reply.get().failure());
        } else if (!reply.get().isFound()) {
            verdict.unchecked(ConfigKey.APP_USER_TOKEN, reply.get().failure());
        } else {
            config.find(ConfigKey.INSTALLATION)
                    .filter(id ->
                            whole && !reply.get().each("/installations", "/id").contains(id))
                    .ifPresent(id -> verdict.mistake(
                            ConfigKey.APP_USER_TOKEN, "its user does not reach the installation " + id));
        }
    }
}
