package dev.hubtwin.internal.cli;

import dev.hubtwin.internal.assembly.StateSize;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The options that say where the twin listens, who may control it there, and how it ends. */
final class ListenOptions {

    private static final int MOST_GRACE = 3_600;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The port to listen on, or 0 for any free one. Default: 8080.")
    int port = 8080;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description = "The name or address to listen on. Default: 127.0.0.1.")
    String host = "127.0.0.1";

    @Option(
            names = "--control-token",
            paramLabel = "TOKEN",
            description = "The token that the control API demands when it listens on another address than loopback."
                    + " Default: a token is made and printed.")
    String controlToken;

    @Option(
            names = "--grace",
            paramLabel = "SECONDS",
            description = "How long requests in flight and waiting deliveries have after SIGTERM. Default: 5.")
    private int grace = 5;

    @Option(
            names = "--max-state",
            paramLabel = "SIZE",
            description = "The largest state that the control API takes, in bytes, or with k, m or g behind the number."
                    + " Default: 1/32 of the heap.")
    private String maxState;

    /** Returns the largest state that the control API takes, in bytes. */
    int stateBytes() {
        return maxState == null ? StateSize.usual() : StateSize.parse(maxState);
    }

    /** Returns how long the twin goes on after a signal to end. */
    Duration grace() {
        if (grace < 0 || grace > MOST_GRACE) {
            throw new IllegalArgumentException(
                    "--grace takes seconds from 0 to " + MOST_GRACE + ", not '" + grace + "'");
        }
        return Duration.ofSeconds(grace);
    }
}
