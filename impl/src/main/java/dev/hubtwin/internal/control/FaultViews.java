package dev.hubtwin.internal.control;

import dev.hubtwin.internal.control.model.Fault;
import dev.hubtwin.internal.control.model.FaultBreak;
import dev.hubtwin.internal.control.model.FaultMethod;
import dev.hubtwin.internal.control.model.FaultRateLimit;
import dev.hubtwin.internal.faults.ArmedFault;
import dev.hubtwin.internal.faults.ResponseFault.Break;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Faults as the control API shows them. */
public final class FaultViews {

    private FaultViews() {}

    public static Fault fault(ArmedFault armed) {
        var choice = armed.fault().choice();
        var effect = armed.fault().effect();
        var timing = armed.fault().timing();
        Duration delay = effect.delivery().delay();
        Break broken = effect.delivery().broken();
        return Fault.builder()
                .id(armed.id())
                .chosen(armed.chosen())
                .hits(armed.hits())
                .operations(choice.operations() == null ? null : sorted(choice.operations()))
                .method(choice.method() == null ? null : FaultMethod.of(choice.method()))
                .path(choice.path() == null ? null : choice.path().toString())
                .caller(choice.caller())
                .status(effect.status())
                .body(effect.body())
                .headers(effect.headers().isEmpty() ? null : effect.headers())
                .retryAfter(effect.retryAfter())
                .rateLimit(
                        effect.limit() == null
                                ? null
                                : FaultRateLimit.valueOf(effect.limit().name()))
                .delay(delay.isZero() ? null : delay.toString())
                .broken(broken == Break.NONE ? null : FaultBreak.valueOf(broken.name()))
                .before(effect.before() ? true : null)
                .times(timing.times())
                .every(timing.every())
                .probability(timing.probability())
                .seed(timing.seed())
                .build();
    }

    private static List<String> sorted(Set<String> operations) {
        return List.copyOf(new TreeSet<>(operations));
    }
}
