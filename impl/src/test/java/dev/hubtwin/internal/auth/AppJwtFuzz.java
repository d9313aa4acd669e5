package dev.hubtwin.internal.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.world.World;

/** The parser of JSON web tokens, for a fuzzer (see CONTRIBUTING.md). */
public final class AppJwtFuzz {

    private AppJwtFuzz() {}

    /** Takes a token apart and looks for its app; only a refusal may come of it. */
    public static void fuzzerTestOneInput(byte[] input) {
        try {
            AppJwt.parse(new String(input, UTF_8)).issuer(World.EMPTY.apps());
        } catch (ApiException e) {
            // refused
        }
    }
}
