package dev.hubtwin.internal.contract.scenario;

import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Locks on the parts of one server, so that scenarios can run side by side: a part is changed by one of them at a time,
 * and nobody reads it meanwhile.
 */
final class WorldLocks {

    private final Map<WorldPart, ReadWriteLock> locks = new EnumMap<>(WorldPart.class);

    WorldLocks() {
        for (WorldPart part : WorldPart.values()) {
            locks.put(part, new ReentrantReadWriteLock(true));
        }
    }

    /**
     * Waits until nobody changes what a scenario reads, and nobody reads what it changes. Everybody takes locks in the
     * same order, so nobody waits for ever.
     *
     * @return opens the locks again, for the thread that took them
     */
    Runnable take(Class<?> type, Method scenario) {
        Set<WorldPart> written = written(scenario);
        Set<WorldPart> read = read(type, scenario);
        Deque<Lock> taken = new ArrayDeque<>();
        locks.forEach((part, both) -> {
            if (written.contains(part) || read.contains(part)) {
                Lock lock = written.contains(part) ? both.writeLock() : both.readLock();
                lock.lock();
                taken.push(lock);
            }
        });
        return () -> taken.forEach(Lock::unlock);
    }

    private static Set<WorldPart> written(Method scenario) {
        return Optional.ofNullable(scenario.getAnnotation(Writes.class))
                .map(writes -> set(writes.value()))
                .orElse(Set.of());
    }

    private static Set<WorldPart> read(Class<?> type, Method scenario) {
        return Optional.ofNullable(scenario.getAnnotation(Reads.class))
                .or(() -> Optional.ofNullable(type.getAnnotation(Reads.class)))
                .map(reads -> set(reads.value()))
                .orElse(EnumSet.allOf(WorldPart.class));
    }

    private static Set<WorldPart> set(WorldPart... parts) {
        Set<WorldPart> set = EnumSet.noneOf(WorldPart.class);
        set.addAll(List.of(parts));
        return set;
    }
}
