package dev.hubtwin.internal.cli;

import dev.hubtwin.client.control.model.StateDeliverTo;
import dev.hubtwin.seed.Seed;
import dev.hubtwin.seed.SettingsSeed;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import picocli.CommandLine.Option;

/** The options that say what the default world begins as. */
final class WorldOptions {

    @Option(
            names = "--seed",
            paramLabel = "FILE",
            description = "The world to start with, as YAML or JSON. Default: a demo world.")
    private Path seed;

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "What URLs in responses start with. Default: the address that the request was sent to.")
    private String publicUrl;

    @Option(
            names = "--rate-limit",
            paramLabel = "N|off",
            description = "How many requests each caller may send in an hour. Default: GitHub's own limits.")
    private String rateLimit;

    @Option(
            names = "--clock",
            paramLabel = "INSTANT",
            description = "Stops the clock of the world at this time, such as 2026-01-01T00:00:00Z. Default: it runs.")
    private String clock;

    @Option(
            names = "--deliver-to",
            paramLabel = "WHERE",
            description = "Where webhooks may be delivered: loopback, private or any. Default: loopback.")
    private String deliverTo;

    /** Returns the seed of the world, with the settings that the options replace. */
    Seed world() {
        return read().settings(this::override);
    }

    /** Returns whether the world is the demo world. */
    boolean isDemo() {
        return seed == null;
    }

    private Seed read() {
        try {
            return seed == null ? Seed.demo() : Seed.read(seed);
        } catch (UncheckedIOException e) {
            throw new IllegalArgumentException("the seed " + seed + " cannot be read", e);
        }
    }

    /** Replaces settings of the seed by those of the command line. */
    private void override(SettingsSeed settings) {
        if (rateLimit != null) {
            limit(settings, rateLimit);
        }
        if (deliverTo != null) {
            settings.deliverTo(receivers(deliverTo));
        }
        if (publicUrl != null) {
            settings.publicUrl(url(publicUrl));
        }
        if (clock != null) {
            settings.clock(instant(clock));
        }
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "--clock takes a time such as 2026-01-01T00:00:00Z, not '" + text + "'", e);
        }
    }

    private static void limit(SettingsSeed settings, String text) {
        if (text.equals("off")) {
            settings.rateLimitOff();
        } else if (text.matches("[1-9][0-9]{0,8}|1000000000")) {
            settings.rateLimit(Integer.parseInt(text));
        } else {
            throw new IllegalArgumentException(
                    "--rate-limit takes a number from 1 to 1000000000, or off, not '" + text + "'");
        }
    }

    private static StateDeliverTo receivers(String text) {
        return Arrays.stream(StateDeliverTo.values())
                .filter(receivers -> receivers.getValue().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "--deliver-to takes loopback, private or any, not '" + text + "'"));
    }

    private static String url(String text) {
        if (!text.matches("https?://([A-Za-z0-9_~.-]+|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?")) {
            throw new IllegalArgumentException(
                    "--public-url takes a scheme and a host, such as https://github.example.com, not '" + text + "'");
        }
        return text;
    }
}
