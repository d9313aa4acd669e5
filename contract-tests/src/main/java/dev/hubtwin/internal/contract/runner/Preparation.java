package dev.hubtwin.internal.contract.runner;

import dev.hubtwin.internal.contract.http.Breach;
import dev.hubtwin.internal.contract.http.Exchange;
import dev.hubtwin.internal.contract.result.Behaviour;
import dev.hubtwin.internal.contract.result.FailedAnswer;
import java.util.List;
import java.util.Set;

/** What a scenario does before it comes to what it is about. */
final class Preparation {

    private Preparation() {}

    /**
     * Whether a scenario failed before it requested any operation that its sentence names. Then nothing that it is
     * about was judged.
     */
    static boolean isAll(Behaviour behaviour, List<Exchange> exchanges, FailedAnswer failed) {
        Set<String> operations = NamedOperations.ids(behaviour.text());
        return !operations.isEmpty()
                && NamedOperations.in(behaviour.text()).stream().noneMatch(one -> one.startsWith("OPTIONS"))
                && failed.breaches().stream().noneMatch(breach -> breach.kind() == Breach.Kind.RESTORATION)
                && exchanges.stream()
                        .allMatch(exchanged -> exchanged
                                .verdict()
                                .operation()
                                .filter(id -> !operations.contains(id))
                                .isPresent());
    }
}
