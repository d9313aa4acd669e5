package dev.hubtwin.internal.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hubtwin.internal.traffic.MaskedJson;
import dev.hubtwin.internal.traffic.SecretMasks;

/** What masks secrets, for a fuzzer (see CONTRIBUTING.md). */
public final class MaskFuzz {

    private MaskFuzz() {}

    /** Masks a text, a query, a header and a body. */
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, UTF_8);
        SecretMasks.text(text);
        SecretMasks.query(text);
        SecretMasks.header("X-Anything", text);
        MaskedJson.of(input);
    }
}
