package dev.hubtwin.seed;

import java.time.Instant;
import java.util.Map;

/** A code that is exchanged for an app, once and within an hour (R128). */
public final class ManifestCodeSeed extends SeedElement<ManifestCodeSeed> {

    ManifestCodeSeed(String code, String owner) {
        with("code", code);
        with("owner", owner);
    }

    /** Sets the manifest of the app, as JSON; it is checked when the code is exchanged. */
    public ManifestCodeSeed manifest(Map<String, ?> manifest) {
        return with("manifest", manifest);
    }

    /** Sets when the code was created. Default: when the world is made. */
    public ManifestCodeSeed createdAt(Instant at) {
        return with("created_at", at);
    }

    /** Marks the code as exchanged already. Default: it is not. */
    public ManifestCodeSeed used() {
        return with("used", true);
    }
}
