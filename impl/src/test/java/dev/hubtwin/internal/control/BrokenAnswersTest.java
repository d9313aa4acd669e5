package dev.hubtwin.internal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An answer that a fault delays or breaks")
@Timeout(60)
class BrokenAnswersTest extends SmallTwinTestBase {

    private static final String GET =
            "GET /orgs/acme HTTP/1.1\nHost: localhost\nUser-Agent: test\nAuthorization: token " + SmallTwin.OLIVIA
                    + "\n\n";

    @Test
    void waitsAtLeastAsLongAsItIsTold() throws Exception {
        talk.fault("{'delay': 'PT0.25S', 'times': 1}");
        long before = System.nanoTime();
        assertEquals(200, talk.get(SmallTwin.OLIVIA, "/orgs/acme").statusCode());
        assertTrue(System.nanoTime() - before >= Duration.ofMillis(250).toNanos());
        assertTrue(
                talk.control(200, "GET", "requests", null).at("/0/duration_ms").asDouble() >= 250);
    }

    @Test
    void waitsAfterItsRuleHasRun() throws Exception {
        talk.fault("{'operations': ['orgs/set-membership-for-user'], 'delay': 'PT10M'}");
        CompletableFuture<?> late = talk.client.sendAsync(
                talk.request(SmallTwin.OLIVIA, "PUT", "/orgs/acme/memberships/zoe", "{}"), BodyHandlers.discarding());
        while (talk.get(SmallTwin.OLIVIA, "/orgs/acme/memberships/zoe").statusCode() != 200) {
            Thread.onSpinWait();
        }
        assertFalse(late.isDone());
    }

    @Test
    void holdsNoThreadWhileItWaits() throws Exception {
        try (SmallTwin crowded = new SmallTwin()) {
            crowded.fault("{'operations': ['orgs/get'], 'delay': 'PT10M'}");
            List<CompletableFuture<?>> late = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                late.add(crowded.client.sendAsync(
                        crowded.request(SmallTwin.OLIVIA, "GET", "/orgs/acme", null), BodyHandlers.discarding()));
            }
            while (crowded.control(200, "GET", "faults", null).at("/0/hits").asInt() < 300) {
                Thread.onSpinWait();
            }
            assertEquals(200, crowded.get(SmallTwin.OLIVIA, "/user").statusCode(), "there are 200 threads");
            assertTrue(late.stream().noneMatch(CompletableFuture::isDone));
        }
    }

    @Test
    void isOvertakenByOneThatIsNot() throws Exception {
        talk.fault("{'operations': ['orgs/get'], 'status': 429, 'delay': 'PT0.5S'}");
        CompletableFuture<HttpResponse<String>> late = talk.client.sendAsync(
                talk.request(SmallTwin.OLIVIA, "GET", "/orgs/acme", null), BodyHandlers.ofString());
        assertEquals(200, talk.get(SmallTwin.OLIVIA, "/user").statusCode());
        assertFalse(late.isDone());
        assertEquals(429, late.get(30, TimeUnit.SECONDS).statusCode());
    }

    @Test
    void isCutAfterTheRuleHasRun() throws Exception {
        talk.fault("{'method': 'PUT', 'broken': 'cut'}");
        assertThrows(IOException.class, () -> talk.send(SmallTwin.OLIVIA, "PUT", "/orgs/acme/memberships/zoe", "{}"));
        assertEquals(
                200, talk.get(SmallTwin.OLIVIA, "/orgs/acme/memberships/zoe").statusCode());
    }

    @Test
    void isCutBeforeTheRuleRunsIfToldSo() throws Exception {
        talk.fault("{'method': 'PUT', 'broken': 'cut', 'before': true}");
        assertThrows(IOException.class, () -> talk.send(SmallTwin.OLIVIA, "PUT", "/orgs/acme/memberships/zoe", "{}"));
        assertEquals(
                404, talk.get(SmallTwin.OLIVIA, "/orgs/acme/memberships/zoe").statusCode());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{'broken': 'cut'}",
                "{'broken': 'cut', 'before': true}",
                "{'broken': 'cut', 'status': 429}",
                "{'broken': 'cut', 'delay': 'PT0.01S'}",
            })
    void thatIsCutIsNoByteOnTheWire(String fault) throws Exception {
        talk.fault(fault);
        assertEquals("", talk.raw(GET));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"truncated, HEAD", "garbled, HEAD", "truncated, DELETE", "garbled, DELETE"})
    void withoutABodyIsCut(String broken, String method) throws Exception {
        talk.fault("{'broken': '" + broken + "'}");
        String path = method.equals("HEAD") ? "/orgs/acme" : "/orgs/acme/members/mike";
        assertEquals("", talk.raw(GET.replace("GET /orgs/acme", method + " " + path)));
    }

    @Test
    void thatIsTruncatedEndsInTheMiddleOfItsBody() throws Exception {
        String whole = body(talk.raw(GET.replace("\n\n", "\nConnection: close\n\n")));
        talk.fault("{'broken': 'truncated'}");
        String raw = talk.raw(GET);
        assertTrue(raw.startsWith("HTTP/1.1 200 "), raw);
        assertTrue(raw.contains("\r\nContent-Length: " + whole.length() + "\r\n"), raw);
        assertEquals(whole.substring(0, whole.length() / 2), body(raw));
        assertThrows(IOException.class, () -> talk.get(SmallTwin.OLIVIA, "/orgs/acme"));
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    @Test
    void thatIsGarbledIsAsLongAndNoJson() throws Exception {
        String whole = talk.get(SmallTwin.OLIVIA, "/orgs/acme").body();
        talk.fault("{'broken': 'garbled'}");
        HttpResponse<byte[]> garbled =
                talk.client.send(talk.request(SmallTwin.OLIVIA, "GET", "/orgs/acme", null), BodyHandlers.ofByteArray());
        assertEquals(200, garbled.statusCode());
        assertEquals(
                "application/json; charset=utf-8",
                garbled.headers().firstValue("Content-Type").orElseThrow());
        assertEquals(whole.length(), garbled.body().length);
        assertThrows(JsonProcessingException.class, () -> new ObjectMapper().readTree(garbled.body()));
    }

    @Test
    void leavesTheConnectionAsItWasIfItIsOnlyGarbledOrLate() throws Exception {
        talk.fault("{'broken': 'garbled', 'delay': 'PT0.01S', 'times': 1}");
        String raw = talk.raw(GET + GET.replace("\n\n", "\nConnection: close\n\n"));
        assertEquals(3, raw.split("HTTP/1.1 200 ", -1).length, raw);
    }
}
