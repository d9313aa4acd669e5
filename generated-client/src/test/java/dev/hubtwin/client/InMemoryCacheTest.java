package dev.hubtwin.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Caches in memory, with Caffeine on the class path and without it. */
class InMemoryCacheTest {

    private static final int MOST = 10;

    static Stream<AnswerCache> caches() {
        return Stream.of(AnswerCache.inMemory(MOST), new RecentlyUsed(MOST));
    }

    @ParameterizedTest
    @MethodSource("caches")
    void keepsNoMoreThanItMay(AnswerCache cache) {
        List<String> keys =
                IntStream.range(0, 100).mapToObj(number -> "key " + number).toList();
        keys.forEach(key -> cache.put(key, answer(key)));
        List<String> kept = keys.stream()
                .flatMap(key -> cache.get(key).stream())
                .map(CachedAnswer::etag)
                .toList();
        assertEquals(MOST, kept.size());
        cache.put(kept.get(0), answer("newer"));
        assertEquals(Optional.of("newer"), cache.get(kept.get(0)).map(CachedAnswer::etag));
    }

    private static CachedAnswer answer(String etag) {
        return new CachedAnswer(etag, Map.of(), new byte[0]);
    }

    @Test
    void isCaffeinesIfThatIsThere() throws Exception {
        assertNotEquals(
                RecentlyUsed.class.getName(),
                AnswerCache.inMemory(MOST).getClass().getName());
        try (URLClassLoader without =
                new URLClassLoader(classPathWithoutCaffeine(), ClassLoader.getPlatformClassLoader())) {
            Object cache = without.loadClass(AnswerCache.class.getName())
                    .getMethod("inMemory", int.class)
                    .invoke(null, MOST);
            assertEquals(RecentlyUsed.class.getName(), cache.getClass().getName());
        }
    }

    private static URL[] classPathWithoutCaffeine() throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!Path.of(entry).getFileName().toString().startsWith("caffeine-")) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }
}
