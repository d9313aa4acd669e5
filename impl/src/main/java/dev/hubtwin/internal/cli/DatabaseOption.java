package dev.hubtwin.internal.cli;

import picocli.CommandLine.Option;

/** The option that says which database a command is about. */
final class DatabaseOption {

    @Option(
            names = "--data",
            paramLabel = "URL",
            defaultValue = "${env:HUBTWIN_DATA}",
            required = true,
            description = "The database: jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE. HUBTWIN_DATA in the"
                    + " environment says the same.")
    String url;
}
