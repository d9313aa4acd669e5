package dev.hubtwin.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps the answers that were used last. */
final class RecentlyUsed implements AnswerCache {

    private static final float LOAD = 0.75f;
    private static final int INITIAL = 16;

    private final Map<String, CachedAnswer> answers;

    RecentlyUsed(int most) {
        answers = new LinkedHashMap<>(INITIAL, LOAD, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, CachedAnswer> eldest) {
                return size() > most;
            }
        };
    }

    @Override
    public synchronized Optional<CachedAnswer> get(String key) {
        return Optional.ofNullable(answers.get(key));
    }

    @Override
    public synchronized void put(String key, CachedAnswer answer) {
        answers.put(key, answer);
    }
}
