package dev.hubtwin.internal.cli;

import dev.hubtwin.Twin;
import dev.hubtwin.internal.assembly.OfflineTwin;
import dev.hubtwin.internal.hosting.WorldRegistry;
import dev.hubtwin.internal.recovery.OfflineWorlds;
import dev.hubtwin.internal.recovery.WorldReport;
import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.seed.document.DocumentFormat;
import dev.hubtwin.internal.world.World;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The commands about a database that keeps worlds. None of them serves anything. */
@Command(
        name = "data",
        description = "Checks, compacts or exports the worlds that a database keeps.",
        sortOptions = false,
        usageHelpAutoWidth = true)
final class DataCommand {

    private static final int GOOD = 0;

    private final Clock clock = Clock.systemUTC();
    private final OfflineTwin twin = new OfflineTwin(clock);

    @Spec
    private CommandSpec spec;

    @SuppressWarnings("UnusedVariable") // picocli sets it, and answers
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Prints this help.")
    private boolean help;

    @Command(
            name = "check",
            description = "Rebuilds every world, changes nothing, and says how each is kept. The exit status is 1 if"
                    + " one cannot be rebuilt.",
            sortOptions = false)
    int check(@Mixin DatabaseOption data) {
        try (OfflineWorlds worlds = twin.look(data.url)) {
            List<WorldReport> reports = worlds.check();
            WorldTable.print(out(), reports);
            return reports.stream().allMatch(report -> report.problem().isEmpty()) ? GOOD : Main.FAILED;
        }
    }

    @Command(
            name = "compact",
            description = "Has a snapshot take the place of the log of every world, as a twin does that is stopped"
                    + " cleanly. Run it with the old version before an upgrade if the twin could not be stopped so."
                    + " No twin may be using the database.",
            sortOptions = false)
    int compact(@Mixin DatabaseOption data) {
        try (OfflineWorlds worlds = twin.own(data.url)) {
            for (OfflineWorlds.Compacted one : worlds.compact(clock, Twin.version())) {
                out().println(one.world() + ": snapshot " + one.snapshot() + replaced(one.entries()));
            }
            return GOOD;
        }
    }

    private static String replaced(int entries) {
        return switch (entries) {
            case 0 -> ", as before";
            case 1 -> ", which takes the place of 1 entry";
            default -> ", which takes the place of " + entries + " entries";
        };
    }

    @Command(
            name = "export",
            description = "Writes the state of a world as the control API exports it, all its secrets included.",
            sortOptions = false)
    int export(
            @Mixin DatabaseOption data,
            @Option(names = "--world", paramLabel = "NAME", description = "The world. Default: the default world.")
                    String world,
            @Option(names = "--output", paramLabel = "FILE", description = "The file. Default: standard output.")
                    Path output,
            @Option(names = "--yaml", description = "Writes YAML. Default: JSON.") boolean isYaml)
            throws IOException {
        try (OfflineWorlds worlds = twin.look(data.url)) {
            World state = worlds.state(world == null ? WorldRegistry.DEFAULT : world, clock);
            try (Writer text = new OutputStreamWriter(target(output), StandardCharsets.UTF_8)) {
                SeedCodec.write(SeedCodec.state(state), isYaml ? DocumentFormat.YAML : DocumentFormat.JSON, text);
            }
            return GOOD;
        }
    }

    private static OutputStream target(Path output) {
        try {
            return output == null ? open(System.out) : Files.newOutputStream(output);
        } catch (IOException e) {
            throw new IllegalArgumentException(output + " cannot be written", e);
        }
    }

    /** Returns a stream whose end leaves the other one open. */
    private static OutputStream open(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
