package dev.hubtwin.internal.contract.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.internal.contract.coverage.Coverage;
import dev.hubtwin.internal.contract.description.Description;
import dev.hubtwin.internal.contract.finding.Assessment;
import dev.hubtwin.internal.contract.http.Breach;
import dev.hubtwin.internal.contract.http.Exchange;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.MemberFault;
import dev.hubtwin.internal.contract.http.Verdict;
import dev.hubtwin.internal.contract.result.Behaviour;
import dev.hubtwin.internal.contract.result.Result;
import dev.hubtwin.internal.contract.result.Result.Outcome;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** What a run found is told in three files, for people who read no Java, and without a secret. */
class ReportsTest {

    private static final String OWN = "our own pass phrase";
    private static final String TOKEN = "ghp_16C7e42F292c6912E7710c838347Ae178B4a";
    private static final Behaviour BROKEN = new Behaviour(
            "WebhooksContract.Reading", "shows", "GET /orgs/{org}/hooks/{hook_id} shows <all> (R112, R120 to R122)");

    @TempDir
    private Path directory;

    @BeforeEach
    void write() throws Exception {
        Exchange before = exchanged(
                "POST", "/orgs/acme/hooks", "{\"config\": {\"secret\": \"hush-hush\"}}", 201, "{}", List.of());
        Exchange bad = exchanged(
                "GET",
                "/orgs/acme/hooks/1?q=" + TOKEN,
                "",
                200,
                "{\"name\": \"<script>alert(1)</script>\", \"token\": \"abcdefgh\", \"note\": \"" + OWN + "\"}",
                List.of("there is no id"));
        Result failed = new Result(
                BROKEN,
                "[1] who = \"OWNER\"",
                Outcome.FAILED,
                "GET -> 200 [there is no id] " + OWN + " \u0001",
                Optional.of(new AssertionError()),
                Duration.ofMillis(1_234),
                List.of(before, bad));
        Behaviour sound =
                new Behaviour("WebhooksContract.Reading", "deletes", "DELETE /orgs/{org}/hooks/{hook_id} (R121)");
        Result passed = new Result(
                sound, sound.text(), Outcome.PASSED, "", Optional.empty(), Duration.ofMillis(5), List.of(before));
        Behaviour idle = new Behaviour("AppsContract.Profiles", "", "Apps");
        Result skipped = new Result(
                idle,
                idle.text(),
                Outcome.SKIPPED,
                "needs an app: set app.id",
                Optional.empty(),
                Duration.ZERO,
                List.of());
        Coverage coverage = new Coverage(Description.PUBLISHED);
        coverage.onExchange(bad);
        List<Result> results = List.of(failed, passed, skipped);
        Reports.write(
                new Report(
                        "https://ghe.example/api/v3",
                        Instant.EPOCH,
                        Duration.ofSeconds(9),
                        "",
                        results,
                        Map.of("/x: unknown member <b>", 3L),
                        coverage.snapshot(),
                        new SecretRedactor(List.of(OWN)),
                        Assessment.of(results)),
                directory);
    }

    private static Exchange exchanged(
            String method, String path, String body, int status, String answer, List<String> faults) {
        HttpHeaders sent = HttpHeaders.of(
                Map.of("Authorization", List.of("Bearer " + OWN), "Accept", List.of("*/*")), (name, value) -> true);
        Verdict verdict = new Verdict(
                Description.PUBLISHED
                        .operation(method, path.replaceAll("\\?.*", ""))
                        .map(Description.Operation::id),
                faults.stream()
                        .map(fault -> new Breach(Breach.Kind.MEMBER, "hook.id", fault, fault)
                                .at(new MemberFault("/" + TOKEN, OWN)))
                        .toList(),
                List.of());
        return new Exchange(
                method,
                URI.create("https://ghe.example/api/v3" + path),
                sent,
                body.getBytes(UTF_8),
                new HttpAnswer(status, sent, answer.getBytes(UTF_8)),
                verdict);
    }

    @ParameterizedTest
    @ValueSource(strings = {"report.html", "report.json", "junit.xml"})
    @DisplayName("No secret stands in a report: none that is known, none that looks so, none that is called so")
    void tellsNoSecret(String file) throws Exception {
        String text = Files.readString(directory.resolve(file));
        for (String secret : List.of(OWN, TOKEN, "hush-hush", "abcdefgh")) {
            assertFalse(text.contains(secret), secret);
        }
        assertTrue(text.contains("Bearer ********"), "the scheme is told");
    }

    @Test
    @DisplayName(
            "The page tells of a failure what was expected, request, response, rules and the command that repeats it, and none of it is a script")
    void tellsFailures() throws Exception {
        String page = Files.readString(directory.resolve("report.html"));
        for (String told : List.of(
                ">/********: ********</pre>",
                "GET https://ghe.example/api/v3/orgs/acme/hooks/1",
                "R112, R120, R121, R122",
                "curl -i",
                "&lt;script&gt;",
                "needs an app: set app.id",
                "POST https://ghe.example/api/v3/orgs/acme/hooks -&gt; 201",
                "/x: unknown member &lt;b&gt;")) {
            assertTrue(page.contains(told), told);
        }
        assertFalse(page.contains("<script>alert"));
        assertFalse(page.contains("src=") || page.contains("href=\"http"), "it needs nothing else");
    }

    @Test
    @DisplayName("The JSON has counts, coverage and every run")
    void countsInJson() throws Exception {
        JsonNode report =
                new ObjectMapper().readTree(directory.resolve("report.json").toFile());
        assertEquals(
                "{\"passed\":1,\"failed\":1,\"not judged\":0,\"flaky\":0,\"skipped\":1}",
                report.path("counts").toString());
        assertEquals("1/46", report.at("/coverage/documented/operations").asText());
        JsonNode broken = report.at("/groups/1/behaviours/1");
        assertEquals("[112,120,121,122]", broken.path("rules").toString());
        assertEquals(
                "[\"orgs/create-webhook 201\",\"orgs/get-webhook 200\"]",
                broken.path("operations").toString());
        assertEquals("failed", broken.at("/runs/0/outcome").asText());
        assertTrue(broken.at("/runs/0/curl").asText().startsWith("curl "), broken.toString());
    }

    @Test
    @DisplayName("JUnit's XML is well-formed and counts each case")
    void writesJUnit() throws Exception {
        Element suites = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(directory.resolve("junit.xml").toFile())
                .getDocumentElement();
        assertEquals(
                "3 1 1",
                suites.getAttribute("tests") + " " + suites.getAttribute("failures") + " "
                        + suites.getAttribute("skipped"));
        assertEquals(2, suites.getElementsByTagName("testsuite").getLength());
        Element failure = (Element) suites.getElementsByTagName("failure").item(0);
        assertEquals("GET -> 200 [there is no id] ******** \\u0001", failure.getAttribute("message"));
        assertTrue(failure.getTextContent().contains("Response\n200"), failure.getTextContent());
    }
}
