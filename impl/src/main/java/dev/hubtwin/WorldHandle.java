package dev.hubtwin;

import dev.hubtwin.internal.event.EventSource;
import dev.hubtwin.internal.hosting.HostedWorld;
import dev.hubtwin.internal.hosting.ServerContext;
import dev.hubtwin.internal.hosting.WorldRuntime;
import dev.hubtwin.internal.journal.Deed;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.rest.Links;
import dev.hubtwin.internal.seed.MergedWorld;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.world.World;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Reads and changes a world from within the process, without a request. */
record WorldHandle(ServerContext context, HostedWorld hosted, Links links) {

    /** Returns what stands beside the state of the world until the next reset: faults, logs, deliveries. */
    WorldRuntime runtime() {
        return hosted.runtime();
    }

    /** Returns the time of the machine. */
    Instant machineTime() {
        return context.clock().instant();
    }

    /** Returns the state of the world now, after what is due by its clock has happened. */
    World world() {
        World world = hosted.at(machineTime(), links);
        waitUntilDurable();
        return world;
    }

    /** Returns the time of the world. */
    Instant now() {
        return world().settings().clock().at(machineTime());
    }

    /** Changes the state of the world by a rule, after what is due by its clock has happened. */
    <R> R change(Function<World, Change<R>> rule) {
        world();
        return alone(() -> hosted.store().change(rule));
    }

    /** Replaces the state of the world, and sends no events. */
    World become(UnaryOperator<World> next) {
        return change(current -> {
            World replacement = next.apply(current);
            return new Change<>(replacement, replacement);
        });
    }

    /** Merges a document into the world, and sends the events of the difference. */
    void merge(Function<World, MergedWorld> merge) {
        change(current -> Change.of(current, merge.apply(current), EventSource.nobody(links)::of));
    }

    /**
     * Does what may change the world, while nothing else does, and returns when it is kept.
     *
     * @throws IllegalArgumentException in place of a refusal of the control API, with its message
     * @throws IllegalStateException if the world is to be kept and cannot be
     */
    <R> R alone(Supplier<R> action) {
        try {
            R result = hosted.journal().alone(() -> Deed.WHOLE, action);
            waitUntilDurable();
            return result;
        } catch (ApiException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private void waitUntilDurable() {
        if (hosted.journal().isDurable()) {
            return;
        }
        CompletableFuture<Boolean> kept = new CompletableFuture<>();
        hosted.journal().whenDurable(() -> kept.complete(true), () -> kept.complete(false));
        if (!kept.join()) {
            throw new IllegalStateException("this process does not own the database that keeps the world");
        }
    }
}
