package dev.hubtwin.internal.contract.result;

import dev.hubtwin.internal.contract.http.Breach;
import dev.hubtwin.internal.contract.http.ContractViolation;
import dev.hubtwin.internal.contract.http.Exchange;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.UnmetExpectation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The answer at which a run failed.
 *
 * @param breaches what is wrong with it, at least one
 * @param exchange the exchange in which it came; empty if nothing was exchanged
 */
public record FailedAnswer(List<Breach> breaches, Optional<Exchange> exchange) {

    /**
     * Finds the answer at which a run failed.
     *
     * @param exchanges those of the run, in order
     * @param restorations those that came after it, when it put back what it had changed
     */
    public static FailedAnswer of(
            Optional<Throwable> thrown, String reason, List<Exchange> exchanges, List<Exchange> restorations) {
        Optional<UnmetExpectation> unmet = cause(thrown, UnmetExpectation.class);
        boolean restoring = unmet.filter(one -> one.answer().isEmpty()).isPresent();
        List<Exchange> own = restoring && !restorations.isEmpty() ? restorations : exchanges;
        Optional<Exchange> met = unmet.flatMap(UnmetExpectation::answer).flatMap(answer -> last(own, answer));
        Optional<Exchange> broken =
                own.stream().filter(one -> !one.verdict().breaches().isEmpty()).findFirst();
        if (unmet.isPresent()) {
            return new FailedAnswer(
                    List.of(unmet.get().breach()), met.or(() -> broken).or(() -> last(own)));
        }
        boolean violated = cause(thrown, ContractViolation.class).isPresent();
        String told = reason.substring(0, Math.min(Exchange.KEPT, reason.length()));
        Breach otherwise = violated ? Breach.noAnswer(told) : Breach.expectation(firstLine(told), told);
        return new FailedAnswer(
                broken.map(one -> one.verdict().breaches()).orElse(List.of(otherwise)), broken.or(() -> last(own)));
    }

    /** Returns the first line without the word that the sentence about it begins with. */
    private static String firstLine(String reason) {
        return reason.lines().findFirst().orElse("another answer").replaceFirst("^expected: ", "");
    }

    private static <T> Optional<T> cause(Optional<Throwable> thrown, Class<T> type) {
        return Stream.iterate(thrown.orElse(null), one -> one != null, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    private static Optional<Exchange> last(List<Exchange> exchanges) {
        return exchanges.isEmpty() ? Optional.empty() : Optional.of(exchanges.get(exchanges.size() - 1));
    }

    private static Optional<Exchange> last(List<Exchange> exchanges, HttpAnswer answer) {
        List<Exchange> backwards = new ArrayList<>(exchanges);
        Collections.reverse(backwards);
        return backwards.stream()
                .filter(one -> one.method().equals(answer.request().method())
                        && one.uri().equals(answer.request().uri())
                        && one.answer().status() == answer.status()
                        && Arrays.equals(one.answer().body(), answer.body()))
                .findFirst();
    }
}
