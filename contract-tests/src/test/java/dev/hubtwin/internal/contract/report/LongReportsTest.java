package dev.hubtwin.internal.contract.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.contract.coverage.Coverage;
import dev.hubtwin.internal.contract.description.Description;
import dev.hubtwin.internal.contract.finding.Assessment;
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
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports on servers that answer much, or oddly. */
@DisplayName("A report on odd answers")
@Tag("slow")
class LongReportsTest {

    private static final String SECRET = "open sesame, said the server";

    private static Result failed(String text) {
        HttpHeaders headers = HttpHeaders.of(Map.of("X-Odd", List.of(text)), (name, value) -> true);
        Exchange exchanged = new Exchange(
                "GET",
                URI.create("http://x.example/orgs/acme"),
                headers,
                text.getBytes(UTF_8),
                new HttpAnswer(200, headers, text.getBytes(UTF_8)),
                new Verdict(Optional.empty(), List.of(Breach.expectation("wrong", "wrong")), List.of()));
        return new Result(
                new Behaviour("X", "x", "x"),
                text.substring(0, 10),
                Outcome.FAILED,
                text,
                Optional.of(new AssertionError(text)),
                Duration.ZERO,
                Collections.nCopies(3, exchanged));
    }

    private static Report report(List<Result> results) {
        return new Report(
                "x",
                Instant.EPOCH,
                Duration.ZERO,
                "",
                results,
                Map.of(),
                new Coverage(Description.PUBLISHED).snapshot(),
                new SecretRedactor(List.of(SECRET)),
                Assessment.of(results));
    }

    @Test
    @DisplayName("is a few megabytes long at most, and says where it leaves something out")
    void isBounded(@TempDir Path directory) throws Exception {
        Result kept = failed("\u0001\"<é".repeat(1_000_000)).abridged();
        Reports.write(report(Collections.nCopies(150, kept)), directory);
        for (String file : List.of("report.html", "report.json", "junit.xml")) {
            assertTrue(
                    Files.size(directory.resolve(file)) < 40 << 20, file + " " + Files.size(directory.resolve(file)));
            boolean once = file.endsWith("html"); // one finding, told by its first run
            assertEquals(!once, Files.readString(directory.resolve(file)).contains("Details are left out"), file);
        }
    }

    @Test
    @DisplayName("of 2,000 failures with as many causes is a page of 2 MB at most, which tells all of them")
    void isAPage(@TempDir Path directory) throws Exception {
        List<Result> results = IntStream.range(0, 2_000)
                .mapToObj(i -> failed(i + " <\"é>".repeat(5_000)).abridged())
                .toList();
        List<Result> apart = IntStream.range(0, 2_000)
                .mapToObj(i -> new Result(
                        new Behaviour(
                                "OrganizationsContract.Reading", "m" + i, "GET /orgs/{org} shows " + i + " (R40)"),
                        "[" + i + "] who = \"OWNER\"",
                        Outcome.FAILED,
                        results.get(i).reason(),
                        Optional.empty(),
                        Duration.ZERO,
                        results.get(i).exchanges()))
                .toList();
        Reports.write(report(apart), directory);
        Path page = directory.resolve("report.html");
        assertTrue(Files.size(page) < 2_000_000, () -> page.toFile().length() + " bytes");
        String text = Files.readString(page);
        assertEquals(2_001, text.split("<section class=\"failure\"", -1).length);
        assertTrue(text.contains("Details are left out"));
        assertTrue(text.indexOf("Findings (2000)") < text.indexOf("The documented operations"), "findings first");
    }

    @Test
    @DisplayName("keeps of a result only what it shows")
    void keepsLittle() {
        Result kept = failed("x".repeat(10 << 20)).abridged();
        assertEquals(Exchange.KEPT, kept.reason().length());
        assertEquals(Optional.empty(), kept.thrown());
        assertEquals(3, kept.exchanges().size());
        assertTrue(kept.exchanges().stream()
                .allMatch(each -> each.body().length <= Exchange.KEPT
                        && each.answer().body().length <= Exchange.KEPT
                        && each.headers().map().isEmpty()));
    }

    @ParameterizedTest
    @ValueSource(ints = {-28, -14, -3, 0, 5})
    @DisplayName("shows no part of a secret that it has not kept whole")
    void showsNoPart(int from) {
        String text = "a ".repeat(Exchange.KEPT).substring(0, Exchange.KEPT + from) + SECRET + " z".repeat(100);
        Failure failure = Failure.of(failed(text).abridged(), new SecretRedactor(List.of(SECRET)));
        String shown = failure.expectation() + failure.exchange().orElseThrow();
        assertFalse(shown.contains("open"), shown);
        String many = (SECRET + " ").repeat(2_000);
        String masked = Failure.of(failed(" ".repeat(from + 30) + many).abridged(), new SecretRedactor(List.of(SECRET)))
                .toString();
        assertFalse(masked.contains("sesame"), masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"report.html", "report.json", "junit.xml"})
    @DisplayName("has no character that steers a terminal or that XML does not allow")
    void hasNothingRaw(String file, @TempDir Path directory) throws Exception {
        Result odd = failed("\u001b[2J\u009b31m\u007f\r\u202e\ufffe\ud800 \ud83d\ude00 ]]> é");
        Reports.write(report(List.of(odd)), directory);
        String text = Files.readString(directory.resolve(file));
        assertTrue(text.toLowerCase(Locale.ROOT).contains("\\u001b[2j"), text);
        assertEquals("", text.replaceAll("[^\\p{Cc}\\p{Cf}\\p{Cs}\\ufffe\\ufffd]|[\\n\\t]", ""));
        if (file.endsWith("xml")) {
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(directory.resolve(file).toFile());
        }
    }

    @ParameterizedTest
    @CsvSource({"a\u001bb, a\\u001bb", "a\u2028b, a\\u2028b", "a\u202eb, a\\u202eb", "é😀\ufffd, é😀\ufffd"})
    @DisplayName("writes such characters out, and leaves all others")
    void writesOut(String text, String printable) {
        assertEquals(printable, PrintableText.of(text));
    }

    @Test
    @DisplayName("is written as far as it can be when one of its forms cannot")
    void isWrittenInPart(@TempDir Path directory) throws IOException {
        Files.createDirectories(directory.resolve("report.json/x"));
        IOException failure = assertThrows(IOException.class, () -> Reports.write(report(List.of()), directory));
        assertTrue(failure.getMessage().startsWith("report.json cannot be written"), failure.getMessage());
        assertTrue(Files.isRegularFile(directory.resolve("report.html"))
                && Files.isRegularFile(directory.resolve("junit.xml")));
    }
}
