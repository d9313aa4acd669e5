package dev.hubtwin.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.hubtwin.world.World;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The last answers of one world to {@code GET}: given again while the world is the very same, and compared with the new
 * one when it is not, for equal answers bear equal tags. They are no state of the world; to drop them costs time only.
 */
public final class KeptAnswers {

  /** What all of them together may take, in bytes; twice a body, for it may be kept compressed as well. */
  private static final long MOST = 8 << 20;
  private static final int OF_AN_ENTRY = 500;

  private final AtomicLong drawn = new AtomicLong();
  private final byte[] salt = new byte[32];
  private volatile Cache<Key, Kept> answers;

  /** Nothing is kept yet; no tag will be one of another world, or of another run. */
  public KeptAnswers() {
    new SecureRandom().nextBytes(salt);
  }

  /**
   * What an answer depends on, beside the world.
   *
   * @param url as it was asked for: host, root and query
   * @param accept null if the request did not say
   * @param caller equal for the same credential only
   */
  record Key(String url, String accept, Object caller) {

    /** A token goes by its text: all that it may do can be much to compare. */
    static Key of(Exchange exchange) {
      Caller caller = exchange.caller();
      return new Key(
          exchange.url(), exchange.accept(), caller.token().isPresent() ? caller.token().get().text() : caller);
    }

    private int bytes() {
      return url.length() + (accept == null ? 0 : accept.length());
    }
  }

  /** The answer that was made from this very world, if it is kept. */
  Optional<Kept> find(Key key, World world) {
    return answers == null
        ? Optional.empty()
        : Optional.ofNullable(answers.getIfPresent(key)).filter(kept -> kept.isOf(world));
  }

  /** Keeps an answer. It has the tag of the one before if it is equal to it, else a tag of its own. */
  Kept keep(Key key, World world, byte[] body, Map<String, Object> headers) {
    return answers().asMap().compute(key, (same, before) -> {
      boolean isEqual = before != null && before.isEqual(body, headers);
      return new Kept(world, body, headers, isEqual ? before.tag() : draw(key));
    });
  }

  /** A tag that no answer has had. */
  EntityTag draw(Key key) {
    return EntityTag.of(salt, key.url(), drawn.incrementAndGet());
  }

  private synchronized Cache<Key, Kept> answers() {
    if (answers == null) {
      answers = Caffeine.newBuilder()
          .maximumWeight(MOST)
          .<Key, Kept>weigher((key, kept) -> OF_AN_ENTRY + key.bytes() + 2 * kept.body().length)
          .executor(Runnable::run)
          .build();
    }
    return answers;
  }
}
