package dev.hubtwin.internal.apps;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.internal.world.app.AppKey;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Keys of apps")
class AppKeysTest {

    @Test
    @DisplayName("are all different, drawn ahead or not, however many are drawn at once")
    void differ() {
        for (int i = 0; i < 10; i++) {
            AppKeys.prepare();
        }
        List<String> keys = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> AppKeys.draw())
                .map(AppKey::pem)
                .toList();
        assertEquals(keys.size(), keys.stream().distinct().count());
    }
}
