package dev.hubtwin.internal.jetty;

import dev.hubtwin.internal.memory.Evictable;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Responses of one world that are given again without asking the application. What was not asked for the longest goes
 * first.
 */
public final class ResponseStore implements Evictable {

    /** What the responses of one world may take, in bytes. */
    private static final long MOST = 16 << 20;

    private final LongConsumer budget;
    private final Map<CacheKey, StoredResponse> responses = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** Nothing is stored yet; {@code budget} hears how many bytes are added, less those that are forgotten. */
    public ResponseStore(LongConsumer budget) {
        this.budget = budget;
    }

    synchronized Optional<StoredResponse> find(CacheKey key) {
        return Optional.ofNullable(responses.get(key));
    }

    void keep(CacheKey key, StoredResponse response) {
        budget.accept(put(key, response));
    }

    /** Forgets a response that is not fresh any more, unless another one is there already. */
    void forget(CacheKey key, StoredResponse response) {
        budget.accept(-remove(key, response));
    }

    private synchronized long put(CacheKey key, StoredResponse response) {
        long before = bytes;
        StoredResponse old = responses.put(key, response);
        bytes += size(key, response) - (old == null ? 0 : size(key, old));
        dropOldest(MOST);
        return bytes - before;
    }

    private synchronized long remove(CacheKey key, StoredResponse response) {
        long size = responses.remove(key, response) ? size(key, response) : 0;
        bytes -= size;
        return size;
    }

    @Override
    public synchronized long bytes() {
        return bytes;
    }

    @Override
    public synchronized void evictHalf() {
        dropOldest(bytes / 2);
    }

    private void dropOldest(long most) {
        for (Iterator<Map.Entry<CacheKey, StoredResponse>> oldest =
                        responses.entrySet().iterator();
                bytes > most; ) {
            Map.Entry<CacheKey, StoredResponse> entry = oldest.next();
            bytes -= size(entry.getKey(), entry.getValue());
            oldest.remove();
        }
    }

    private static long size(CacheKey key, StoredResponse response) {
        return key.bytes() + response.bytes();
    }
}
