package dev.hubtwin.internal.contract.generated;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hubtwin.internal.contract.description.Description;
import dev.hubtwin.internal.contract.http.ControlClient;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.http.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That generated requests can fail, against a server that answers with the status that stands in the path. */
@DisplayName("Generated requests bite")
class CaseRunnerTest {

    private final AtomicInteger written = new AtomicInteger();
    private HttpServer server;
    private TestClient calls;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        calls = new TestClient(
                URI.create("http://localhost:" + server.getAddress().getPort()),
                Transport.PLAIN,
                Map.of("Authorization", "Bearer ghp_secret"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/written")) {
            written.incrementAndGet();
        }
        byte[] body = (path.equals("/state") ? "{\"written\": " + written + "}" : path).getBytes(UTF_8);
        int status = path.matches("/[0-9]{3}.*")
                ? Integer.parseInt(path.substring(1, 4))
                : path.endsWith("/restore") ? 204 : 200;
        exchange.getResponseHeaders().set("ETag", "\"never the same\"");
        exchange.sendResponseHeaders(status, status == 204 ? -1 : body.length);
        exchange.getResponseBody().write(status == 204 ? new byte[0] : body);
        exchange.close();
    }

    @ParameterizedTest
    @CsvSource({
        "TAKEN, 200, 0",
        "TAKEN, 404, 0",
        "TAKEN, 422, 1",
        "TAKEN, 400, 1",
        "REFUSED, 404, 0",
        "REFUSED, 422, 0",
        "REFUSED, 200, 1",
        "UNPROCESSABLE, 422, 0",
        "UNPROCESSABLE, 400, 1",
        "UNPROCESSABLE, 200, 1",
        "ANSWERED, 422, 0"
    })
    @DisplayName("An answer that the description does not promise is a fault, with the command that repeats it")
    void judges(RequestCase.Expected expected, int status, int faults) {
        RequestCase one = RequestCase.of(expected, "it", "PATCH", "/" + status, "{\"a\": 1}");
        List<String> found = CaseRunner.of(calls, Optional.empty()).all(List.of(one));
        assertEquals(faults, found.size());
        found.forEach(fault -> assertTrue(
                fault.startsWith("it: ")
                        && fault.contains("curl -i -X PATCH -H 'Authorization: Bearer '\"$TOKEN\"")
                        && fault.contains("--data-raw '{\"a\": 1}'")
                        && fault.endsWith("/" + status + "'"),
                fault));
    }

    @Test
    @DisplayName("What is to be answered as another request is held against its answer")
    void compares() {
        RequestCase one = RequestCase.of(RequestCase.Expected.ANSWERED, "it", "GET", "/200", "");
        assertEquals(List.of(), CaseRunner.of(calls, Optional.empty()).all(List.of(one.like("/200"))));
        assertEquals(
                1,
                CaseRunner.of(calls, Optional.empty())
                        .all(List.of(one.like("/200/other")))
                        .size());
    }

    @Test
    @DisplayName("A refusal that changes what is stored is found out")
    void comparesStates() {
        RequestCase harmless = RequestCase.of(RequestCase.Expected.REFUSED, "harmless", "PUT", "/422", "");
        RequestCase harmful = RequestCase.of(RequestCase.Expected.REFUSED, "harmful", "PUT", "/422/written", "");
        Optional<ControlClient> control = Optional.of(new ControlClient(calls.root(), Optional.empty()));
        assertEquals(List.of(), CaseRunner.of(calls, control).all(List.of(harmless)));
        List<String> faults = CaseRunner.of(calls, control).all(List.of(harmless, harmful));
        assertTrue(
                faults.stream().anyMatch(fault -> fault.startsWith("harmful: changes what is stored")),
                faults::toString);
    }

    @Test
    @DisplayName("The same seed gives the same requests, another one others, and every operation has a sound one")
    void areSeeded() {
        List<RequestCase> cases = cases(1);
        assertEquals(cases, cases(1));
        assertNotEquals(cases, cases(2));
        assertEquals(
                Description.PUBLISHED.operations().size(),
                cases.stream().filter(one -> one.name().equals("sound")).count());
        assertTrue(cases.size() > 1_500 && cases.size() < 4_500, () -> cases.size() + " requests");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @DisplayName(
            "Whatever the seed, some request has what is odd in one way or another: in its path, its query, its body")
    void triesAllSorts(long seed) {
        Set<String> asked = cases(seed).stream()
                .map(one -> URLDecoder.decode(one.path(), UTF_8) + " "
                        + new String(one.body().getBytes(ISO_8859_1), UTF_8))
                .collect(Collectors.toSet());
        for (String odd : List.of(
                "日本語", "\ud83d\ude00", "DROP TABLE", "<script>", "\0", "9223372036854775808", "..", "\u202e", "[[[")) {
            assertTrue(asked.stream().anyMatch(one -> one.contains(odd)), odd);
        }
    }

    private static List<RequestCase> cases(long seed) {
        return Description.PUBLISHED.operations().stream()
                .flatMap(operation -> CaseGenerator.of(operation, FixtureValues.of(operation), seed).stream())
                .toList();
    }
}
