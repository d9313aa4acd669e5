package dev.hubtwin;

import dev.hubtwin.internal.event.DomainEvent;
import dev.hubtwin.internal.event.EventSource;
import dev.hubtwin.internal.hosting.HostedWorld;
import dev.hubtwin.internal.hosting.ServerContext;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.rest.Links;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.world.World;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A world that is held from within the process, and not by requests. */
record WorldHandle(ServerContext site, HostedWorld realm, Links links) {

    /** The machine's time. */
    Instant system() {
        return site.clock().instant();
    }

    /** The world of this moment: what is due has happened. */
    World world() {
        return realm.store().at(system(), EventSource.nobody(links)::of);
    }

    /** The time of the world. */
    Instant now() {
        return world().settings().clock().at(system());
    }

    /** Changes the world by a rule, after what is due has happened. */
    <R> R change(Function<World, Change<R>> rule) {
        world();
        return clearly(() -> realm.store().change(rule));
    }

    /** Puts another world in the place of this one; nobody hears of it. */
    World become(UnaryOperator<World> next) {
        return become(next, (before, after) -> List.of());
    }

    /** The same; {@code events} is what others hear of the difference. */
    World become(UnaryOperator<World> next, BiFunction<World, World, List<DomainEvent>> events) {
        return change(current -> {
            World made = next.apply(current);
            return new Change<>(
                    made,
                    made,
                    events.apply(current, made).stream()
                            .map(EventSource.nobody(links)::of)
                            .toList());
        });
    }

    /**
     * Does what the control API would refuse with a status.
     *
     * @throws IllegalArgumentException in place of the refusal, with its words
     */
    static <R> R clearly(Supplier<R> doing) {
        try {
            return doing.get();
        } catch (ApiException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
