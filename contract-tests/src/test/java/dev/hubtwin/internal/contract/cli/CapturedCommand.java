package dev.hubtwin.internal.contract.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** A command line that was run. */
record CapturedCommand(int status, String said, String complaint) {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC);

    static CapturedCommand run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = ContractCommand.run(
                args, Map.of(), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), CLOCK);
        return new CapturedCommand(status, out.toString(UTF_8), err.toString(UTF_8));
    }
}
