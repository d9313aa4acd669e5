package dev.hubtwin.seed;

import java.time.Instant;
import java.util.Map;

/** A code that turns a manifest into an app, once and within an hour. */
public final class ManifestCodeSeed extends SeedElement<ManifestCodeSeed> {

    ManifestCodeSeed(String code, String owner) {
        with("code", code);
        with("owner", owner);
    }

    /** What the app is to be. */
    public ManifestCodeSeed manifest(Map<String, ?> manifest) {
        return with("manifest", manifest);
    }

    /** When it was made; without it, when the world begins. */
    public ManifestCodeSeed createdAt(Instant at) {
        return with("created_at", at);
    }

    /** It has made its app already. */
    public ManifestCodeSeed used() {
        return with("used", true);
    }
}
