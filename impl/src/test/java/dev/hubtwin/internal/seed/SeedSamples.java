package dev.hubtwin.internal.seed;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** What the tests of seeds read. */
public final class SeedSamples {

    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private SeedSamples() {}

    static String text(String resource) {
        try (InputStream stream = SeedSamples.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
