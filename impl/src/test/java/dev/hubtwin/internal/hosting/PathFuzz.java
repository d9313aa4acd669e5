package dev.hubtwin.internal.hosting;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.hubtwin.internal.openapi.ApiDescription;

/** What reads the path and the host of a request, for a fuzzer (see CONTRIBUTING.md). */
public final class PathFuzz {

    private PathFuzz() {}

    /** Splits a path at a host and looks for its operation; nothing may be thrown but what means a 404. */
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, ISO_8859_1);
        int end = Math.max(0, text.indexOf('\n'));
        WorldAddress address = WorldAddress.of(text.substring(0, end), "/" + text.substring(end));
        ApiDescription.github().match("GET", "/" + address.rest());
    }
}
