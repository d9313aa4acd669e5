package dev.hubtwin.internal.store;

import dev.hubtwin.internal.event.DomainEvent;
import dev.hubtwin.internal.event.WorldDiff;
import dev.hubtwin.internal.seed.MergedWorld;
import dev.hubtwin.internal.world.World;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a rule makes of a world: the world after it, what it answers, and what others hear of it, in order. */
public record Change<R>(World world, R result, List<DomainEvent> events) {

    /** A change that nobody hears of. */
    public Change(World world, R result) {
        this(world, result, List.of());
    }

    /** Returns what a document makes of a world. Webhooks hear of the difference, whose cause {@code cause} adds. */
    public static Change<MergedWorld> of(World before, MergedWorld merged, UnaryOperator<DomainEvent> cause) {
        List<DomainEvent> events = WorldDiff.events(before, merged);
        return new Change<>(merged.world(), merged, events.stream().map(cause).toList());
    }
}
