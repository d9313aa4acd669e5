package dev.hubtwin.internal.contract.runner;

import dev.hubtwin.internal.contract.finding.Baseline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options for runs that nobody watches: what is known, what ends a run, what is repeated. */
@SuppressWarnings("UnusedVariable") // picocli sets them
final class CiOptions {

    private static final int MOST_RETRIES = 10;

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

    /**
     * Returns what comes of failures.
     *
     * @throws IllegalArgumentException if an option or the baseline is wrong
     */
    FailurePolicy policy(Clock clock) {
        if (retries < 0 || retries > MOST_RETRIES) {
            throw new IllegalArgumentException("--retries takes a number from 0 to " + MOST_RETRIES);
        }
        if (failFast && retries > 0) {
            throw new IllegalArgumentException("--fail-fast and --retries exclude each other");
        }
        if (writtenBaseline != null) {
            Path folder = writtenBaseline.toAbsolutePath().getParent();
            if (!Files.isDirectory(folder) || Files.isDirectory(writtenBaseline)) {
                throw new IllegalArgumentException("no baseline can be written to " + writtenBaseline);
            }
        }
        return new FailurePolicy(
                baseline == null ? Baseline.EMPTY : Baseline.read(baseline), LocalDate.now(clock), failFast, retries);
    }

    /** Returns the file that a baseline is written to. */
    Optional<Path> writtenBaseline() {
        return Optional.ofNullable(writtenBaseline);
    }
}
