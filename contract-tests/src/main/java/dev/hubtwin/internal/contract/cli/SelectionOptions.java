package dev.hubtwin.internal.contract.cli;

import dev.hubtwin.contract.ContractProfile;
import dev.hubtwin.contract.ContractTests;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that choose scenarios. */
@SuppressWarnings("UnusedVariable") // picocli sets them
final class SelectionOptions {

    @Option(
            names = "--tag",
            paramLabel = "TAG",
            split = ",",
            description = "Only scenarios of this tag, such as campaigns.")
    private List<String> tags = List.of();

    @Option(
            names = "--operation",
            paramLabel = "OPERATION",
            split = ",",
            description = "Only scenarios about this operation, such as orgs/get or 'GET /orgs/{org}'.")
    private List<String> operations = List.of();

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            split = ",",
            description = "Only scenarios that meet this status.")
    private List<String> statuses = List.of();

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            split = ",",
            description = "Only scenarios about this rule, such as R77.")
    private List<String> rules = List.of();

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            description = "What the server is held to: documented (what GitHub's documents promise), customary "
                    + "(what GitHub does besides, too) or additions (what the documents do not list, too).")
    private ContractProfile profile;

    /** Sets what was chosen. */
    void apply(ContractTests tests) {
        tests.tags(tags.toArray(String[]::new))
                .operations(operations.toArray(String[]::new))
                .statuses(statuses.toArray(String[]::new))
                .rules(rules.toArray(String[]::new));
        Optional.ofNullable(profile).ifPresent(tests::profile);
    }
}
