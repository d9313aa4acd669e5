package dev.hubtwin.internal.memory;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A number of bytes that many keep things in together. When it is exceeded, those that keep the most forget the older
 * half, until a quarter is free again: a busy world never makes a quiet one forget.
 */
public final class EvictionBudget implements LongConsumer {

    private final long capacity;
    private final Supplier<Stream<Evictable>> keepers;
    private final AtomicLong kept = new AtomicLong();

    /**
     * A budget of which nothing is used.
     *
     * @param capacity bytes
     * @param keepers all that keep something of it at that moment
     */
    public EvictionBudget(long capacity, Supplier<Stream<Evictable>> keepers) {
        this.capacity = capacity;
        this.keepers = keepers;
    }

    /**
     * Counts what a keeper grew by, and makes room if that was too much. Whoever calls holds no lock of a keeper.
     *
     * @param bytes negative for what it forgot
     */
    @Override
    public void accept(long bytes) {
        if (kept.addAndGet(bytes) > capacity) {
            makeRoom();
        }
    }

    /** Counts anew: who ended took what it kept with it. */
    private synchronized void makeRoom() {
        List<Evictable> all = keepers.get().toList();
        long total = total(all);
        while (total > capacity / 4 * 3) {
            long most = all.stream().mapToLong(Evictable::bytes).max().orElse(0);
            all.stream().filter(one -> one.bytes() > most / 2).forEach(Evictable::evictHalf);
            total = total(all);
        }
        kept.set(total);
    }

    private static long total(List<Evictable> all) {
        return all.stream().mapToLong(Evictable::bytes).sum();
    }
}
