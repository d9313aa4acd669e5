package dev.hubtwin.internal.memory;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The table of docs/limits.md")
class HeapSharesTest {

    @Test
    void hasTheFiguresOfTheCode() throws IOException {
        String document = Files.readString(Path.of("../docs/limits.md"));
        assertRow(document, HeapShares::worlds);
        assertRow(document, HeapShares::connections);
        assertRow(document, HeapShares::bodiesAtOnce);
        assertRow(document, HeapShares::deliveriesAtOnce);
        assertRow(document, HeapShares::deliveriesWaiting);
        assertRow(document, shares -> shares.bodies() >> 20);
        assertRow(document, shares -> shares.records() >> 20);
    }

    private static void assertRow(String document, ToLongFunction<HeapShares> figure) {
        String row = LongStream.of(256, 1024, 4096)
                .mapToObj(megabytes -> Long.toString(figure.applyAsLong(new HeapShares(megabytes << 20))))
                .collect(Collectors.joining(" | ", "| ", " |"));
        assertTrue(document.contains(row), row);
    }
}
