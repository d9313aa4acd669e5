package dev.hubtwin.internal.cache;

import dev.hubtwin.internal.api.model.ApiVersion;
import dev.hubtwin.internal.auth.Caller;
import dev.hubtwin.internal.memory.Evictable;
import dev.hubtwin.internal.rest.EntityTag;
import dev.hubtwin.internal.world.World;
import java.security.SecureRandom;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * The last answers of one world to {@code GET}: given again while the world is the very same, and compared with the new
 * one when it is not, for equal answers bear equal tags. What was not asked for the longest goes first: a caller who
 * comes back soon finds the tag they have. No state of the world; to drop them costs time only.
 */
public final class ResponseCache implements Evictable {

    /** What the answers of one world may take, in bytes. */
    private static final long MOST = 16 << 20;

    private static final int OF_AN_ENTRY = 500;

    private final LongConsumer budget;
    private final byte[] salt = new byte[32];
    private final Map<Key, CachedResponse> answers = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;
    private long drawn;

    /**
     * Nothing is kept yet; no tag will be one of another world, or of another run.
     *
     * @param budget hears how many bytes are added, less those that are forgotten
     */
    public ResponseCache(LongConsumer budget) {
        this.budget = budget;
        new SecureRandom().nextBytes(salt);
    }

    /**
     * What an answer depends on, beside the world.
     *
     * @param url as it was asked for: host, root and query
     * @param accept null if the request did not say
     * @param version of the API
     * @param caller equal for the same credential only
     */
    public record Key(String url, String accept, ApiVersion version, Object caller) {

        /** The key for a caller; a token goes by its text: all that it may do can be much to compare. */
        public static Key of(String url, String accept, ApiVersion version, Caller caller) {
            return new Key(
                    url,
                    accept,
                    version,
                    caller.token().isPresent() ? caller.token().get().text() : caller);
        }
    }

    /** The answer that was made from this very world, if it is kept. */
    public synchronized Optional<CachedResponse> find(Key key, World world) {
        return Optional.ofNullable(answers.get(key)).filter(kept -> kept.isOf(world));
    }

    /** Keeps an answer. It has the tag of the one before if it is equal to it, else a tag of its own. */
    public CachedResponse keep(Key key, World world, byte[] body, Map<String, Object> headers) {
        CachedResponse kept;
        long growth;
        synchronized (this) {
            long before = bytes;
            kept = put(key, world, body, headers);
            growth = bytes - before;
        }
        budget.accept(growth);
        return kept;
    }

    private CachedResponse put(Key key, World world, byte[] body, Map<String, Object> headers) {
        CachedResponse before = answers.get(key);
        boolean isEqual = before != null && before.isEqual(body, headers);
        CachedResponse kept = new CachedResponse(world, body, headers, isEqual ? before.tag() : draw(key));
        answers.put(key, kept);
        bytes += size(key, kept) - (before == null ? 0 : size(key, before));
        dropOldest(MOST);
        return kept;
    }

    @Override
    public synchronized long bytes() {
        return bytes;
    }

    @Override
    public synchronized void evictHalf() {
        dropOldest(bytes / 2);
    }

    /** A tag that no answer has had. */
    public synchronized EntityTag draw(Key key) {
        drawn++;
        return EntityTag.of(salt, key.url(), drawn);
    }

    private void dropOldest(long most) {
        for (Iterator<Map.Entry<Key, CachedResponse>> oldest =
                        answers.entrySet().iterator();
                bytes > most; ) {
            Map.Entry<Key, CachedResponse> entry = oldest.next();
            bytes -= size(entry.getKey(), entry.getValue());
            oldest.remove();
        }
    }

    /** A quarter more than the body, for it may be kept compressed as well. */
    private static long size(Key key, CachedResponse kept) {
        int accept = key.accept() == null ? 0 : key.accept().length();
        return OF_AN_ENTRY + 2L * (key.url().length() + accept) + kept.body().length * 5L / 4;
    }
}
