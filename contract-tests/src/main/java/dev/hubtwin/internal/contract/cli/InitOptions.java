package dev.hubtwin.internal.contract.cli;

import dev.hubtwin.internal.contract.config.ConfigDraft;
import dev.hubtwin.internal.contract.config.ServerSurvey;
import dev.hubtwin.internal.contract.report.PrintableText;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that make a config file. */
@SuppressWarnings("UnusedVariable") // picocli sets them
final class InitOptions {

    @Option(
            names = "--init",
            paramLabel = "FILE",
            description = "Asks the server in the name of --token, and of an app if there is one, and writes a config "
                    + "file with comments. Nothing else runs.")
    private Path file;

    @Option(
            names = "--organization",
            paramLabel = "LOGIN",
            description = "The organization that the config file is about, if the token's user owns several.")
    private String organization;

    boolean isAsked() {
        return file != null;
    }

    /** Writes the config file, and tells what it is. */
    void write(ServerOptions server, PrintStream out) {
        ConfigDraft.requireNew(file);
        ConfigDraft draft = ServerSurvey.draft(server.root(), server.config(), Optional.ofNullable(organization));
        List<String> variables = draft.write(file, server.key());
        out.println(PrintableText.of("Wrote " + file + ": " + draft.remark() + "."));
        out.println("Found: " + String.join(", ", draft.config().keys()) + "; the rest is commented out.");
        out.println("It takes from the environment: " + String.join(", ", variables));
    }
}
