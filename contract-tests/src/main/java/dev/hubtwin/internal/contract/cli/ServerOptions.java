package dev.hubtwin.internal.contract.cli;

import dev.hubtwin.contract.ContractTests;
import dev.hubtwin.internal.contract.config.ConfigKey;
import dev.hubtwin.internal.contract.config.TargetConfig;
import dev.hubtwin.internal.contract.runner.ServerRoot;
import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say which server is meant, and who may ask it. */
@SuppressWarnings("UnusedVariable") // picocli sets them
final class ServerOptions {

    private static final String ANY = "http://localhost";

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description =
                    "The root of the server; one that ends in /api/v3 is held to the dialect of GitHub Enterprise Server.")
    private String baseUrl;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "A token of an owner of the organization in the config file.")
    private String token;

    @Option(names = "--app-id", paramLabel = "ID", description = "The id of a GitHub App.")
    private String appId;

    @Option(names = "--app-key", paramLabel = "FILE", description = "Its private key, PEM.")
    private String appKey;

    @Option(names = "--client-id", paramLabel = "ID", description = "Its client id.")
    private String clientId;

    @Option(names = "--client-secret", paramLabel = "SECRET", description = "Its client secret.")
    private String clientSecret;

    @Option(
            names = "--control-token",
            paramLabel = "TOKEN",
            description = "The token that a twin's control API demands, if it does.")
    private String controlToken;

    /**
     * Returns the contract tests of the server.
     *
     * @param lists whether no server is needed
     */
    ContractTests tests(boolean lists) {
        ContractTests tests = ContractTests.on(lists && baseUrl == null ? ANY : required());
        Optional.ofNullable(controlToken).ifPresent(tests::controlToken);
        Optional.ofNullable(token).ifPresent(tests::token);
        Optional.ofNullable(appId).ifPresent(tests::appId);
        Optional.ofNullable(appKey).ifPresent(tests::appKey);
        Optional.ofNullable(clientId).ifPresent(tests::clientId);
        Optional.ofNullable(clientSecret).ifPresent(tests::clientSecret);
        return tests;
    }

    /** Returns the root of the server. */
    URI root() {
        return ServerRoot.of(required());
    }

    /** Returns the path of the private key, or the key itself. */
    Optional<String> key() {
        return Optional.ofNullable(appKey);
    }

    /** Returns the single credentials as a config. */
    TargetConfig config() {
        TargetConfig config = TargetConfig.NONE;
        config = with(config, ConfigKey.OWNER_TOKEN, token);
        config = with(config, ConfigKey.APP_ID, appId);
        config = with(config, ConfigKey.APP_KEY, appKey);
        config = with(config, ConfigKey.APP_CLIENT_ID, clientId);
        return with(config, ConfigKey.APP_CLIENT_SECRET, clientSecret);
    }

    private static TargetConfig with(TargetConfig config, ConfigKey key, String value) {
        return value == null ? config : config.with(key, value);
    }

    private String required() {
        if (baseUrl == null) {
            throw new IllegalArgumentException("Missing required option: '--base-url=URL'");
        }
        return baseUrl;
    }
}
