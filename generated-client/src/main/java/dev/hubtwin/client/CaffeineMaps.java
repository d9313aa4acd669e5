package dev.hubtwin.client;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;

/** Maps of Caffeine's, which a program may have or not. */
final class CaffeineMaps {

    private CaffeineMaps() {}

    /** Returns whether Caffeine is there. */
    static boolean arePossible() {
        try {
            Class.forName("com.github.benmanes.caffeine.cache.Caffeine", false, CaffeineMaps.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Returns a map that keeps a number of answers. It is tidied up by whoever uses it, not by a thread of its own. */
    static Map<String, CachedAnswer> bounded(int most) {
        return Caffeine.newBuilder()
                .maximumSize(most)
                .executor(Runnable::run)
                .<String, CachedAnswer>build()
                .asMap();
    }
}
