package dev.hubtwin.junit;

import dev.hubtwin.Twin;
import dev.hubtwin.TwinWorld;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** The one server of a test run. It loads each seed once, and forks the worlds of tests from it. JUnit closes it. */
@SuppressWarnings("deprecation") // JUnit before 5.13 closes no other resource
final class SharedTwin implements CloseableResource, AutoCloseable {

    private final Twin twin = Twin.start();
    private final Map<Object, TwinWorld> templates = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();

    /** The world of one test. JUnit closes it after the test. */
    record TestWorld(Twin twin, TwinWorld world) implements CloseableResource, AutoCloseable {

        @Override
        public void close() {
            twin.drop(world.name());
        }
    }

    /** Makes a world for one test. */
    TestWorld create(WorldSource source) {
        TwinWorld template = templates.computeIfAbsent(source.key(), key -> source.load(twin, name(source.name())));
        return new TestWorld(twin, twin.fork(name("test"), template));
    }

    private String name(String kind) {
        return kind + "-" + count.incrementAndGet();
    }

    @Override
    public void close() {
        twin.close();
    }
}
