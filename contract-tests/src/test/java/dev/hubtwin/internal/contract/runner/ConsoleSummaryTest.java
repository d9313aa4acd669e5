package dev.hubtwin.internal.contract.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.contract.coverage.Coverage;
import dev.hubtwin.internal.contract.description.Description;
import dev.hubtwin.internal.contract.finding.Assessment;
import dev.hubtwin.internal.contract.report.Report;
import dev.hubtwin.internal.contract.report.SecretRedactor;
import dev.hubtwin.internal.contract.result.Behaviour;
import dev.hubtwin.internal.contract.result.Result;
import dev.hubtwin.internal.contract.result.Result.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The last lines on the console. */
@DisplayName("The closing lines")
class ConsoleSummaryTest {

    @Test
    @DisplayName("No answer of a server steers the terminal: its control characters are written out")
    void steersNothing() {
        String odd = "\u001b[2J\u0007\u009b31m\u007f\tred";
        Behaviour behaviour = new Behaviour("X", "x", "x");
        List<Result> results = List.of(
                new Result(behaviour, odd, Outcome.FAILED, odd + "\nit", Optional.empty(), Duration.ZERO, List.of()),
                new Result(behaviour, "x", Outcome.SKIPPED, odd, Optional.empty(), Duration.ZERO, List.of()));
        Report report = new Report(
                "x",
                Instant.EPOCH,
                Duration.ZERO,
                odd,
                results,
                Map.of(odd, 1L),
                new Coverage(Description.PUBLISHED).snapshot(),
                new SecretRedactor(List.of()),
                Assessment.of(results));
        String said = ConsoleSummary.of(report);
        assertEquals("", said.replaceAll("[^\\p{Cc}]|[\\n\\t]", ""), "control characters");
        assertTrue(said.contains("\\u001b[2J\\u0007\\u009b31m\\u007f red\n"), said);
        assertTrue(said.lines().count() <= 20, said);
    }
}
