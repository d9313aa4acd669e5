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
 * @param exchanges the exchanges, in order
 */
public record Result(
        Behaviour behaviour,
        String name,
        Outcome outcome,
        String reason,
        Optional<Throwable> thrown,
        Duration time,
        List<Exchange> exchanges) {

    /** Returns the behaviour, with the arguments of the run. */
    public String label() {
        return name.equals(behaviour.text()) ? name : behaviour.text() + " " + name;
    }

    /** Returns the exchange at which a run failed: the first with a fault, else the last. */
    public Optional<Exchange> decisive() {
        return exchanges.stream()
                .filter(exchanged -> !exchanged.verdict().faults().isEmpty())
                .findFirst()
                .or(() -> exchanges.isEmpty() ? Optional.empty() : Optional.of(exchanges.get(exchanges.size() - 1)));
    }

    /** Returns what a report needs of this: of many long answers only that at which it failed. */
    public Result abridged() {
        Optional<Exchange> kept = outcome == Outcome.FAILED ? decisive() : Optional.empty();
        String told = reason.isEmpty() ? thrown.map(Throwable::toString).orElse("") : reason;
        return new Result(
                behaviour,
                name,
                outcome,
                told.length() > Exchange.KEPT ? told.substring(0, Exchange.KEPT) : told,
                Optional.empty(),
                time,
                exchanges.stream()
                        .map(each -> kept.filter(decisive -> decisive == each)
                                .map(Exchange::abridged)
                                .orElseGet(each::outline))
                        .toList());
    }

    /** How a run ends. */
    public enum Outcome {
        PASSED,
        FAILED,
        SKIPPED;

        /** Returns the outcome as a word. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
