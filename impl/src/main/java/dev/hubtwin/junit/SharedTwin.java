package dev.hubtwin.junit;

import dev.hubtwin.Twin;
import dev.hubtwin.TwinWorld;
import dev.hubtwin.internal.world.World;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The one server of a test run, what worlds begin as, and how many there were. JUnit closes it at the end. */
final class SharedTwin implements AutoCloseable {

    private final Twin twin = Twin.start();
    private final Map<Object, World> loaded = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();

    /** The world of one test. JUnit closes it after that. */
    record Own(Twin twin, TwinWorld world) implements AutoCloseable {

        @Override
        public void close() {
            twin.drop(world.name());
        }
    }

    /** A new world, which is nobody else's. */
    Own begin(WorldSource beginning) {
        World start = loaded.computeIfAbsent(beginning.key(), key -> beginning.load(Instant.now()));
        return new Own(twin, twin.begin("test-" + count.incrementAndGet(), start, beginning.name()));
    }

    @Override
    public void close() {
        twin.close();
    }
}
