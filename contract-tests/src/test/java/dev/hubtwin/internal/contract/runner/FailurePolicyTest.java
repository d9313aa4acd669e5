package dev.hubtwin.internal.contract.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.internal.contract.result.Behaviour;
import dev.hubtwin.internal.contract.result.Result;
import dev.hubtwin.internal.contract.result.Result.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What was repeated after it failed")
class FailurePolicyTest {

    private static Result result(String method, Outcome outcome) {
        Behaviour behaviour =
                new Behaviour("TeamsContract.Lists", method, method.isEmpty() ? "Lists of teams" : method);
        return new Result(behaviour, behaviour.text(), outcome, "", Optional.empty(), Duration.ZERO, List.of());
    }

    private static List<String> merged(List<Result> results, List<Result> repeated) {
        return FailurePolicy.merged(results, repeated).stream()
                .map(result -> result.name() + " " + result.outcome())
                .toList();
    }

    @Test
    @DisplayName("is flaky if it passed then, and a failure if not")
    void isFlaky() {
        List<Result> results = List.of(result("pages", Outcome.FAILED), result("links", Outcome.FAILED));
        List<Result> repeated = List.of(result("pages", Outcome.PASSED), result("links", Outcome.FAILED));
        assertEquals(List.of("pages FLAKY", "links FAILED"), merged(results, repeated));
    }

    @Test
    @DisplayName("has the results of a group that failed as a whole before")
    void hasWholeGroups() {
        List<Result> results = List.of(result("", Outcome.FAILED));
        List<Result> repeated = List.of(
                result("pages", Outcome.FAILED), result("links", Outcome.PASSED), result("pages", Outcome.PASSED));
        assertEquals(List.of("Lists of teams FLAKY", "pages PASSED", "links PASSED"), merged(results, repeated));
    }

    @Test
    @DisplayName("leaves a group that failed once more as it is")
    void leavesWhatNeverBegan() {
        List<Result> results = List.of(result("", Outcome.FAILED));
        assertEquals(List.of("Lists of teams FAILED"), merged(results, List.of(result("", Outcome.FAILED))));
    }
}
