package dev.hubtwin.internal.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What reads and writes queries and URLs, for a fuzzer (see CONTRIBUTING.md). */
public final class QueryFuzz {

    private QueryFuzz() {}

    /** Reads a URL and adds a parameter to it. */
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, UTF_8);
        HttpUrls.read(text).ifPresent(url -> HttpUrls.with(url, "code", text));
    }
}
