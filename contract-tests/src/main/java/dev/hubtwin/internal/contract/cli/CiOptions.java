package dev.hubtwin.internal.contract.cli;

import dev.hubtwin.contract.ContractTests;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options for runs that nobody watches: what is known, what ends a run, what is repeated. */
@SuppressWarnings("UnusedVariable") // picocli sets them
final class CiOptions {

    @Option(names = "--list", description = "Lists the scenarios that would run, and runs none.")
    private boolean list;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "What is known to be wrong: it is told and passes; anything else fails.")
    private Path baseline;

    @Option(
            names = "--write-baseline",
            paramLabel = "FILE",
            description = "Writes what is wrong into a baseline, and passes.")
    private Path writtenBaseline;

    @Option(names = "--fail-fast", description = "Ends the run at the first failure that is not known.")
    private boolean failFast;

    @Option(
            names = "--retries",
            paramLabel = "N",
            defaultValue = "0",
            description = "How often a scenario that failed is repeated; one that passes then is flaky. Default: 0.")
    private int retries;

    @Option(
            names = "--colour",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "Whether the console has colours: auto, always or never. Default: auto.")
    private Colours.When colour;

    boolean lists() {
        return list;
    }

    Colours.When colour() {
        return colour;
    }

    boolean writesBaseline() {
        return writtenBaseline != null;
    }

    /** Sets what was given. */
    void apply(ContractTests tests) {
        tests.retries(retries);
        Optional.ofNullable(baseline).ifPresent(tests::baseline);
        Optional.ofNullable(writtenBaseline).ifPresent(tests::writeBaseline);
        if (failFast) {
            tests.failFast();
        }
    }
}
