package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.hubtwin.contract.ContractResult;
import dev.hubtwin.contract.ContractTests;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;

/** A fake of this project, which is held to the contract beside libraries that the contract tests have newer. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OldLibrariesTest {

    @Test
    void findsWhatIsWrong() throws Exception {
        HttpServer fake = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] body = new ObjectMapper().writeValueAsBytes(new int[0]);
        fake.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        fake.start();
        try {
            ContractResult result = ContractTests.on("http://127.0.0.1:" + fake.getAddress().getPort())
                    .tags("organizations")
                    .run();
            assertTrue(
                    result.summary().contains("GET /organizations: the header X-GitHub-Request-Id is missing"),
                    result::summary);
            assertThrows(AssertionError.class, result::assertPassed);
        } finally {
            fake.stop(0);
        }
    }

    @Test
    void hasItsOwnLibraries() {
        assertEquals("2.17.2", new ObjectMapper().version().toString());
        assertEquals("4.6.2", CommandLine.VERSION);
    }
}
