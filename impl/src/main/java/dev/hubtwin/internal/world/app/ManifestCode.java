package dev.hubtwin.internal.world.app;

import java.time.Instant;

/**
 * A code that turns a manifest into an app, once and within an hour (R128).
 *
 * @param ownerId whose app it becomes
 * @param manifest JSON as it was sent; whether it is a valid manifest shows when it is converted
 */
public record ManifestCode(String code, long ownerId, String manifest, Instant createdAt, boolean used) {

    /** Returns this, used up. */
    public ManifestCode spent() {
        return new ManifestCode(code, ownerId, manifest, createdAt, true);
    }
}
