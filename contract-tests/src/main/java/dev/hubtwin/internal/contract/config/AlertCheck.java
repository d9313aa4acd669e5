package dev.hubtwin.internal.contract.config;

import java.util.List;

/** Asks whether the alerts of a config are there, and in a repository of its organization. */
final class AlertCheck {

    private final ServerInquiry server;
    private final TargetConfig config;
    private final ConfigVerdict verdict;
    private final TokenCheck tokens;

    AlertCheck(ServerInquiry server, TargetConfig config, ConfigVerdict verdict, TokenCheck tokens) {
        this.server = server;
        this.config = config;
        this.verdict = verdict;
        this.tokens = tokens;
    }

    void run() {
        config.find(ConfigKey.ALERTS_REPOSITORY).ifPresent(id -> {
            ServerReply repository = server.get(tokens.anyCredential(), "/repositories/" + id);
            if (repository.isMissing() && knowsRepositories()) {
                verdict.mistake(ConfigKey.ALERTS_REPOSITORY, "the server has no repository " + id);
            } else if (!repository.isFound()) {
                verdict.unchecked(ConfigKey.ALERTS_REPOSITORY, repository.failure());
            } else {
                checkOwner(repository);
                checkNumbers(repository);
            }
        });
    }

    /** Whether the server has a repository by its id that it says to have; else it may not know the question. */
    private boolean knowsRepositories() {
        String path = "/orgs/" + config.find(ConfigKey.ORGANIZATION).orElse("-") + "/repos?per_page=1";
        return server.get(tokens.anyCredential(), path).each("", "/id").stream()
                .anyMatch(id -> server.get(tokens.anyCredential(), "/repositories/" + id)
                        .isFound());
    }

    private void checkOwner(ServerReply repository) {
        config.find(ConfigKey.ORGANIZATION)
                .ifPresent(name -> repository
                        .otherName("/owner/login", name)
                        .ifPresent(other -> verdict.mistake(
                                ConfigKey.ALERTS_REPOSITORY,
                                "is a repository of `" + other + "`, but organization is `" + name + "`")));
    }

    private void checkNumbers(ServerReply repository) {
        if (!config.has(ConfigKey.ALERT_NUMBERS)) {
            return;
        }
        String name = repository.name("/owner/login").orElse("-") + "/"
                + repository.name("/name").orElse("-");
        ServerReply alerts =
                server.get(tokens.anyCredential(), "/repos/" + name + "/code-scanning/alerts?per_page=100");
        if (!alerts.isFound() || alerts.next().isPresent()) {
            verdict.unchecked(
                    ConfigKey.ALERT_NUMBERS, alerts.isFound() ? "there are too many alerts" : alerts.failure());
            return;
        }
        List<String> there = alerts.each("", "/number");
        for (String number : config.find(ConfigKey.ALERT_NUMBERS).orElseThrow().split(" *, *")) {
            if (!there.contains(number)) {
                verdict.mistake(ConfigKey.ALERT_NUMBERS, name + " has no alert " + number);
            }
        }
    }
}
