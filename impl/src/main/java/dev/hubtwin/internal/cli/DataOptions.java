package dev.hubtwin.internal.cli;

import dev.hubtwin.TwinData;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say where worlds are kept. */
final class DataOptions {

    @Option(
            names = "--data",
            paramLabel = "URL",
            defaultValue = "${env:HUBTWIN_DATA}",
            description = "The database that keeps the worlds: jdbc:sqlite:FILE for one process, or"
                    + " jdbc:postgresql://HOST/DATABASE for any number of them, which are one twin. HUBTWIN_DATA in the"
                    + " environment says the same. Default: worlds are in memory only.")
    private String data;

    @Option(
            names = "--peer-url",
            paramLabel = "URL",
            description =
                    "Where the other processes with the same database reach this one." + " Default: where it listens.")
    private String peerUrl;

    /** Returns where worlds are kept, if anywhere. */
    Optional<TwinData> data() {
        return Optional.ofNullable(data).map(url -> new TwinData(url, Optional.ofNullable(peerUrl)));
    }
}
