package dev.hubtwin.internal.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A quota of bytes")
class ByteQuotaTest {

    private final ByteQuota quota = new ByteQuota("tests", 1_000);

    @Test
    void isNeverExceededHoweverManyTakeAtOnce() {
        long taken =
                IntStream.range(0, 500).parallel().filter(i -> quota.take(10)).count();
        assertEquals(100, taken);
        assertEquals(1_000, quota.taken());
    }

    @Test
    void hasRoomAgainForWhatIsGivenBack() {
        assertTrue(quota.take(1_000));
        assertFalse(quota.take(1));
        quota.give(1);
        assertTrue(quota.take(1));
    }
}
