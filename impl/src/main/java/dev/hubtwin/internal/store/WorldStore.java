package dev.hubtwin.internal.store;

import dev.hubtwin.internal.event.DomainEvent;
import dev.hubtwin.internal.world.World;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The succession of states of one world. A read takes no lock and sees one moment; changes follow one another. */
public final class WorldStore {

    private final ReentrantLock writer = new ReentrantLock();
    private final Consumer<DomainEvent> outbox;
    private final Runnable changing;
    private volatile World now;

    /** Begins with {@code start}; nobody hears of what happens. */
    public WorldStore(World start) {
        this(start, event -> {}, () -> {});
    }

    /**
     * Begins with {@code start}.
     *
     * @param outbox takes every event in order, quickly: the next change waits for it
     * @param changing hears of every change before anybody can see it
     */
    public WorldStore(World start, Consumer<DomainEvent> outbox, Runnable changing) {
        this.now = start;
        this.outbox = outbox;
        this.changing = changing;
    }

    /** The state of this moment. */
    public World now() {
        return now;
    }

    /**
     * The state of this moment, after all that is due when it is {@code system} on the machine has happened.
     *
     * @param caused makes of what happens what others hear of it
     */
    public World at(Instant system, UnaryOperator<DomainEvent> caused) {
        return settledAt(system).orElseGet(() -> change(world -> settled(world, system, caused)));
    }

    /** The state of this moment, if nothing is due when it is {@code system} on the machine. */
    public Optional<World> settledAt(Instant system) {
        World seen = now;
        return Expirations.anyIn(seen, seen.settings().clock().at(system)) ? Optional.empty() : Optional.of(seen);
    }

    private static Change<World> settled(World world, Instant system, UnaryOperator<DomainEvent> caused) {
        Change<Void> settled =
                Expirations.settle(world, world.settings().clock().at(system));
        return new Change<>(
                settled.world(),
                settled.world(),
                settled.events().stream().map(caused).toList());
    }

    /**
     * Applies a rule to the state of the moment, alone.
     *
     * @param rule makes of a world the next one; short, and free of effects of its own
     * @return what the rule answers; if it throws, nothing has changed
     */
    public <R> R change(Function<World, Change<R>> rule) {
        writer.lock();
        try {
            Change<R> change = rule.apply(now);
            if (change.world() != now || !change.events().isEmpty()) {
                changing.run();
            }
            now = change.world();
            change.events().forEach(outbox);
            return change.result();
        } finally {
            writer.unlock();
        }
    }

    /**
     * Puts {@code world} in the place of whatever there is.
     *
     * @param meanwhile is done before anybody sees it, and after the last change to what was there
     */
    public void replace(World world, Runnable meanwhile) {
        change(before -> {
            meanwhile.run();
            return new Change<>(world, null);
        });
    }
}
