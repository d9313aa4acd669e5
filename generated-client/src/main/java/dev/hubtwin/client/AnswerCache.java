package dev.hubtwin.client;

import java.util.Map;
import java.util.Optional;

/**
 * Keeps answers to GET requests, to ask whether they are still good: GitHub answers 304 then, which counts against no
 * limit. Clients may share one; answers to one caller are not given to another.
 */
public interface AnswerCache {

    /** Returns what is kept under a key. */
    Optional<CachedAnswer> get(String key);

    /** Keeps an answer under a key, in place of the one before. */
    void put(String key, CachedAnswer response);

    /**
     * Returns a cache in memory, which is Caffeine's where that is on the class path.
     *
     * @param most how many answers it keeps; those used least give way, or those not used for the longest time if there
     *     is no Caffeine
     */
    static AnswerCache inMemory(int most) {
        return CaffeineMaps.arePossible() ? of(CaffeineMaps.bounded(most)) : new RecentlyUsed(most);
    }

    /**
     * Returns a cache over a map that many threads may use, such as Caffeine's with a time to live.
     *
     * <pre>{@code
     * AnswerCache.of(Caffeine.newBuilder().expireAfterAccess(day).<String, CachedAnswer>build().asMap())
     * }</pre>
     */
    static AnswerCache of(Map<String, CachedAnswer> map) {
        return new AnswerCache() {
            @Override
            public Optional<CachedAnswer> get(String key) {
                return Optional.ofNullable(map.get(key));
            }

            @Override
            public void put(String key, CachedAnswer response) {
                map.put(key, response);
            }
        };
    }
}
