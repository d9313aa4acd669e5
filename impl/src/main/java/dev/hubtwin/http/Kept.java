package dev.hubtwin.http;

import dev.hubtwin.world.World;
import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.Map;

/** An answer that was given, whole. Its world is not held: it may be large, and gone. */
final class Kept {

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
  Kept(World world, byte[] body, Map<String, Object> headers, EntityTag tag) {
    this.world = new WeakReference<>(world);
    this.body = body;
    this.headers = headers;
    this.tag = tag;
  }

  boolean isOf(World other) {
    return world.refersTo(other);
  }

  boolean isEqual(byte[] otherBody, Map<String, Object> otherHeaders) {
    return Arrays.equals(body, otherBody) && headers.equals(otherHeaders);
  }

  byte[] body() {
    return body;
  }

  /** The body under gzip, which is made once. */
  byte[] compressed() {
    if (compressed == null) {
      compressed = Compression.gzip(body);
    }
    return compressed;
  }

  Map<String, Object> headers() {
    return headers;
  }

  EntityTag tag() {
    return tag;
  }
}
