package dev.hubtwin.internal.cache;

import dev.hubtwin.internal.rest.EntityTag;
import dev.hubtwin.internal.rest.Gzip;
import dev.hubtwin.internal.world.World;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.Map;

/** An answer that was given, whole. Its world is not held: it may be large, and gone. */
public final class CachedResponse {

    private final WeakReference<World> world;
    private final byte[] body;
    private final Map<String, Object> headers;
    private final EntityTag tag;
    private volatile byte[] compressed;

    /**
     * An answer with status 200.
     *
     * @param world what it was made from
     * @param body its bytes, which nobody changes any more
     * @param headers those that the resource gave it
     * @param tag its name
     */
    CachedResponse(World world, byte[] body, Map<String, Object> headers, EntityTag tag) {
        this.world = new WeakReference<>(world);
        this.body = body;
        this.headers = headers;
        this.tag = tag;
    }

    /** Whether it was made from this very world. */
    public boolean isOf(World other) {
        return world.refersTo(other);
    }

    boolean isEqual(byte[] otherBody, Map<String, Object> otherHeaders) {
        return Arrays.equals(body, otherBody) && headers.equals(otherHeaders);
    }

    public byte[] body() {
        return body;
    }

    /** The body under gzip, which is made once. */
    public byte[] compressed() {
        if (compressed == null) {
            compressed = Gzip.compress(body);
        }
        return compressed;
    }

    public Map<String, Object> headers() {
        return headers;
    }

    public EntityTag tag() {
        return tag;
    }
}
