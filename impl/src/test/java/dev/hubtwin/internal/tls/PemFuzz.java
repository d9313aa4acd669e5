package dev.hubtwin.internal.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** The parser of private keys, for a fuzzer (see CONTRIBUTING.md). */
public final class PemFuzz {

    private PemFuzz() {}

    /** Reads a key; only the refusal that says what was expected may come of it. */
    public static void fuzzerTestOneInput(byte[] input) {
        try {
            RsaPem.key(new String(input, ISO_8859_1));
        } catch (IllegalArgumentException e) {
            // refused
        }
    }
}
