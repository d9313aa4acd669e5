package dev.hubtwin.internal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The committed costs of requests")
class CommittedCostsTest {

    @Test
    @DisplayName("are the table of docs/performance.md")
    void areShown() throws IOException {
        String page = Files.readString(CommittedCosts.PAGE);

        assertTrue(page.contains(CommittedCosts.read().table()), page);
    }

    @Test
    @DisplayName("are those of every kind of request that is measured")
    void areComplete() throws GeneralSecurityException {
        assertEquals(
                BenchRequest.all(BenchRequest.key()).stream()
                        .map(BenchRequest::name)
                        .toList(),
                CommittedCosts.read().costs().stream().map(RequestCost::name).toList());
    }
}
