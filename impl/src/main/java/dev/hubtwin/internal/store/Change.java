package dev.hubtwin.internal.store;

import dev.hubtwin.internal.event.DomainEvent;
import dev.hubtwin.internal.world.World;
import java.util.List;

/** What a rule makes of a world: the world after it, what it answers, and what others hear of it, in order. */
public record Change<R>(World world, R result, List<DomainEvent> events) {

    /** A change that nobody hears of. */
    public Change(World world, R result) {
        this(world, result, List.of());
    }
}
