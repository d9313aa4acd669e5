package dev.hubtwin.internal.contract.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The world of {@code fixture.yaml}, which most scenarios expect. */
public final class FixtureSeed {

    private FixtureSeed() {}

    /** Returns the world as a seed in YAML. */
    public static String yaml() {
        try (InputStream in = FixtureSeed.class.getResourceAsStream("fixture.yaml")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
