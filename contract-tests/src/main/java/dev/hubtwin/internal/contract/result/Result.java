package dev.hubtwin.internal.contract.result;

import dev.hubtwin.internal.contract.http.Exchange;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The result of one run of a behaviour.
 *
 * @param name the name of the run: that of the behaviour, or its arguments
 * @param reason why it failed or was skipped; empty if it passed
 * @param exchanges the exchanges, in order, those that put something back at the end
 * @param failedAnswer the answer at which it failed; empty if it did not fail
 */
public record Result(
        Behaviour behaviour,
        String name,
        Outcome outcome,
        String reason,
        Optional<Throwable> thrown,
        Duration time,
        List<Exchange> exchanges,
        Optional<FailedAnswer> failedAnswer) {

    /** Makes a result of a run that put nothing back. */
    public Result(
            Behaviour behaviour,
            String name,
            Outcome outcome,
            String reason,
            Optional<Throwable> thrown,
            Duration time,
            List<Exchange> exchanges) {
        this(
                behaviour,
                name,
                outcome,
                reason,
                thrown,
                time,
                exchanges,
                outcome.isFailure()
                        ? Optional.of(FailedAnswer.of(thrown, reason, exchanges, List.of()))
                        : Optional.empty());
    }

    /** Returns the behaviour, with the arguments of the run. */
    public String label() {
        return name.equals(behaviour.text()) ? name : behaviour.text() + " " + name;
    }

    /** Returns the exchange at which a run failed. */
    public Optional<Exchange> decisive() {
        return failedAnswer.flatMap(FailedAnswer::exchange);
    }

    /** Returns what a report needs of this: of many long answers only that at which it failed. */
    public Result abridged() {
        Exchange decisive = decisive().orElse(null);
        Optional<Exchange> kept = decisive().map(Exchange::abridged);
        String told = reason.isEmpty() ? thrown.map(Throwable::toString).orElse("") : reason;
        return new Result(
                behaviour,
                name,
                outcome,
                told.length() > Exchange.KEPT ? told.substring(0, Exchange.KEPT) : told,
                Optional.empty(),
                time,
                exchanges.stream()
                        .map(each -> each == decisive ? kept.get() : each.outline())
                        .toList(),
                failedAnswer.map(failed -> new FailedAnswer(failed.breaches(), kept)));
    }

    /** Returns this result with another outcome. */
    public Result with(Outcome other) {
        return new Result(behaviour, name, other, reason, thrown, time, exchanges, failedAnswer);
    }

    /** How a run ends. */
    public enum Outcome {
        PASSED,
        FAILED,
        /** It failed while it prepared what was to be judged. */
        UNJUDGED("not judged"),
        /** It failed, and passed when it was repeated. */
        FLAKY,
        SKIPPED;

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        Outcome() {
            this.word = name().toLowerCase(Locale.ROOT);
        }

        /** Whether something was wrong that did not pass when it was repeated. */
        public boolean isFailure() {
            return this == FAILED || this == UNJUDGED;
        }

        /** Returns the outcome as a word. */
        public String word() {
            return word;
        }
    }
}
