package dev.hubtwin.internal.cache;

import dev.hubtwin.internal.rest.EntityTag;
import dev.hubtwin.internal.world.World;
import java.lang.ref.WeakReference;
import java.security.SecureRandom;

/**
 * Names the moments of one world, so that who saw one can ask whether it is past. That costs the same whatever the
 * world holds: a moment is compared with the last one by identity. No world is held.
 */
public final class StateVersions {

    private final byte[] salt = new byte[32];
    private WeakReference<World> last = new WeakReference<>(null);
    private long count;

    /** None has been seen; no name will be one of another world, or of another run. */
    public StateVersions() {
        new SecureRandom().nextBytes(salt);
    }

    /** The name of what {@code url} shows of a moment. One that comes back gets another name. */
    public synchronized EntityTag name(World moment, String url) {
        if (!last.refersTo(moment)) {
            last = new WeakReference<>(moment);
            count++;
        }
        return EntityTag.of(salt, url, count);
    }
}
