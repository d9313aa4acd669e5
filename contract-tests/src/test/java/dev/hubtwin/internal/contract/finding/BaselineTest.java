package dev.hubtwin.internal.contract.finding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.contract.http.Breach;
import dev.hubtwin.internal.contract.http.Exchange;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.Verdict;
import dev.hubtwin.internal.contract.result.Behaviour;
import dev.hubtwin.internal.contract.result.Result;
import dev.hubtwin.internal.contract.result.Result.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known to be wrong with a server passes, and nothing else. */
@DisplayName("A baseline")
class BaselineTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-12-01");
    private static final List<Result> RESULTS = List.of(
            failed("lists", "orgs/list", "/organizations", "GET /organizations lists (R34)", Breach.header("ETag")),
            failed("shows", "orgs/get", "/orgs/a", "GET /orgs/{org} shows (R40)", Breach.status(404, 200, "no 404")));

    @TempDir
    private Path folder;

    private static Result failed(String method, String operation, String path, String text, Breach breach) {
        HttpHeaders none = HttpHeaders.of(Map.of(), (name, value) -> true);
        Exchange exchange = new Exchange(
                "GET",
                URI.create("http://x.example" + path),
                none,
                new byte[0],
                new HttpAnswer(200, none, new byte[0]),
                new Verdict(Optional.of(operation), List.of(breach), List.of()));
        return new Result(
                new Behaviour("OrganizationsContract.Reading", method, text),
                text,
                Outcome.FAILED,
                breach.text(),
                Optional.empty(),
                Duration.ZERO,
                List.of(exchange));
    }

    private Baseline baseline(String text) throws IOException {
        return Baseline.read(Files.writeString(folder.resolve("known.yaml"), text));
    }

    private static List<String> ids(List<Finding> findings) {
        return findings.stream().map(Finding::id).toList();
    }

    @ParameterizedTest
    @CsvSource({"finding, 'status:404-200@orgs/get'", "operation, orgs/get", "rule, R40", "rule, 40"})
    @DisplayName("covers a finding, an operation, or a rule")
    void covers(String subject, String name) throws IOException {
        Assessment found = baseline("known: [{" + subject + ": \"" + name + "\", reason: not yet}]")
                .assess(RESULTS, TODAY);
        assertEquals(List.of("header:ETag"), ids(found.fresh()));
        assertEquals(List.of("status:404-200@orgs/get"), ids(found.known()));
        assertEquals(List.of(), found.vanished());
        assertFalse(found.isKnown(RESULTS.get(0)));
        assertTrue(found.isKnown(RESULTS.get(1)));
    }

    @Test
    @DisplayName("that was written covers all that was found, and keeps what the last one says")
    void writes() throws IOException {
        Baseline last = baseline("known: [{operation: orgs/get, reason: 'not: yet', until: 2026-12-31}]");
        Path file = folder.resolve("new.yaml");
        last.write(file, last.assess(RESULTS, TODAY), TODAY, Finding::title);
        Assessment found = Baseline.read(file).assess(RESULTS, TODAY);
        assertEquals(List.of(), ids(found.fresh()));
        assertEquals("""
                # What contract tests may find and pass all the same (--baseline). An entry is about a finding, an
                # operation or a rule; with "until: 2026-12-31" it counts up to that day.
                known:
                  - operation: orgs/get
                    reason: "not: yet"
                    until: 2026-12-31
                  - finding: header:ETag
                    reason: "found on 2026-12-01: GET /organizations: the header ETag is missing"
                """, Files.readString(file, UTF_8));
    }

    @Test
    @DisplayName("names what is not found any longer")
    void tellsWhatVanished() throws IOException {
        Assessment found = baseline("known: [{finding: 'header:Link', reason: x}, {operation: orgs/list, reason: x}]")
                .assess(RESULTS, TODAY);
        assertEquals(List.of("header:Link"), found.vanished());
        assertEquals(List.of(), found.ofSome().vanished());
    }

    @ParameterizedTest
    @CsvSource({"2026-12-01, true", "2026-11-30, false"})
    @DisplayName("counts up to the day that an entry names, and says so when it is over")
    void ends(LocalDate until, boolean counts) throws IOException {
        Assessment found = baseline("known: [{operation: orgs/get, reason: x, until: " + until + "}]")
                .assess(RESULTS, TODAY);
        assertEquals(counts ? 1 : 2, found.fresh().size());
        assertEquals(counts ? List.of() : List.of("orgs/get (until 2026-11-30)"), found.expired());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "known: {} | known must be a list",
                "[] | known must be a list",
                "unknown: [] | unknown is not a key; the key is known",
                "known: [x] | known[0] must have keys with values",
                "known: [{reason: x}] | known[0] must have one of finding, operation, rule",
                "known: [{finding: x, rule: 1, reason: x}] | known[0] must have one of finding, operation, rule",
                "known: [{finding: x}] | known[0].reason must be a text",
                "known: [{finding: [], reason: x}] | known[0].finding must be a text",
                "known: [{finding: x, reason: x, when: x}] | known[0].when is not a key; the keys are finding, operation",
                "known: [{operation: orgs/gets, reason: x}] | known[0].operation is not the id of an operation",
                "known: [{rule: RX, reason: x}] | known[0].rule is not a rule such as R77",
                "known: [{rule: 1, reason: x, until: soon}] | known[0].until must be a day such as 2026-12-31",
                "known: [ | neither YAML nor JSON, line 1",
                "{known: [], known: []} | a key is there twice, line 1"
            })
    @DisplayName("that is wrong is refused in one sentence with the key, or the line")
    void refuses(String text, String sentence) {
        String said = assertThrows(IllegalArgumentException.class, () -> baseline(text))
                .getMessage();
        assertTrue(said.startsWith(folder.resolve("known.yaml") + ": " + sentence), said);
        assertEquals(1, said.lines().count(), said);
    }

    @Test
    @DisplayName("that is empty knows nothing")
    void isEmpty() throws IOException {
        assertEquals(Baseline.EMPTY, baseline(""));
        assertEquals(Baseline.EMPTY, baseline("known:\n"));
        assertThrows(IllegalArgumentException.class, () -> Baseline.read(folder.resolve("none.yaml")));
    }
}
