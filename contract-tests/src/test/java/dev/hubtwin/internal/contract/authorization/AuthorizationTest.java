package dev.hubtwin.internal.contract.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.Twin;
import dev.hubtwin.internal.contract.support.CredentialWorld;
import dev.hubtwin.internal.contract.support.TestTwin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation with every kind of credential, against cells that were typed from the documents; each in a world of
 * its own.
 */
@DisplayName("Who may call what")
class AuthorizationTest {

    private static final int FIRST = 3;
    private static final HttpClient WIRE =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final List<List<String>> TABLE = cells().lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::trim).toList())
            .toList();
    private static final List<String> HEAD = TABLE.get(0);
    private static Twin twin;

    private static String cells() {
        try (InputStream in = AuthorizationTest.class.getResourceAsStream("cells.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    static void start() {
        twin = TestTwin.start(CredentialWorld.seed());
    }

    @AfterAll
    static void stop() {
        twin.close();
        TestTwin.assertKeepsItsContract(twin);
    }

    static Stream<Arguments> rows() {
        return TABLE.stream().skip(1).map(row -> Arguments.of(row.get(0), row));
    }

    @Test
    @DisplayName("All 46 documented operations are in the table")
    void isComplete() {
        assertEquals(46, rows().map(row -> row.get()[0]).distinct().count());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void isAdmittedOrRefusedByItsCredential(String operation, List<String> row) throws Exception {
        List<String> wrong = new ArrayList<>();
        for (int column = FIRST; column < HEAD.size() - 1; column++) {
            int status = status(row, HEAD.get(column));
            if (status != Integer.parseInt(row.get(column))) {
                wrong.add(HEAD.get(column) + ": " + status + " and not " + row.get(column));
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static int status(List<String> row, String who) throws IOException, InterruptedException {
        String world = twin.fork("cell").url();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(world + row.get(2)))
                .method(row.get(1), BodyPublishers.ofString(row.get(row.size() - 1)));
        CredentialWorld.authorization(who).ifPresent(header -> request.header("Authorization", header));
        return WIRE.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
}
