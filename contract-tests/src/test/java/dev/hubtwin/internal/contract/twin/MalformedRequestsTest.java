package dev.hubtwin.internal.contract.twin;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.contract.support.TwinExtension;
import dev.hubtwin.internal.contract.support.TwinTarget;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;

/** No request makes the twin stumble, and after each the next one is answered. */
@ExtendWith(TwinExtension.class)
@Tag("slow")
class MalformedRequestsTest {

    private static final String SOUND =
            "GET /orgs/acme HTTP/1.1\r\nHost: twin.example\r\nUser-Agent: sound\r\nConnection: close\r\n\r\n";

    @AfterAll
    static void putBack(TwinTarget target) throws IOException, InterruptedException {
        target.reset();
    }

    @Test
    void noRequestMakesItStumble(TwinTarget target) {
        RawHttp wire = new RawHttp(URI.create(target.twin().url()));
        assertAll(MalformedRequests.all().map(request -> survives(wire, request)));
    }

    private static Executable survives(RawHttp wire, String request) {
        String shown = request.length() < 300 ? request : request.substring(0, 250) + "… of " + request.length();
        return () -> {
            String answer = wire.send(request);
            String start = answer.substring(0, Math.min(2_000, answer.length()));
            String lower = answer.toLowerCase(Locale.ROOT);
            boolean failed =
                    answer.startsWith("HTTP/1.1 5") && !answer.startsWith("HTTP/1.1 505 "); // 505: not our HTTP
            assertFalse(failed, () -> shown + "\n→ " + start);
            for (String page : new String[] {"<html", "<!doctype", "exception", "\tat ", "jetty", "jersey"}) {
                assertFalse(lower.contains(page), () -> page + " in the answer to " + shown + "\n→ " + start);
            }
            assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 "), () -> shown + "\n→ " + start);
            assertTrue(wire.send(SOUND).startsWith("HTTP/1.1 200 "), () -> "no answer after " + shown);
        };
    }
}
