package dev.hubtwin.internal.faults;

import dev.hubtwin.internal.journal.Journal;
import dev.hubtwin.internal.rest.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The faults of a world, in the order they were set. */
public final class Faults {

    private static final int MOST = 1_000;

    private final Runnable changing;
    private final List<ArmedFault> armed = new CopyOnWriteArrayList<>();
    private long count;

    /** None yet; {@code changing} hears of every change before it is made. */
    public Faults(Runnable changing) {
        this.changing = changing;
    }

    /**
     * Sets one more.
     *
     * @throws ApiException 429 if there are too many
     */
    public synchronized ArmedFault add(Fault fault) {
        if (armed.size() >= MOST) {
            throw ApiException.of(429, "A world has at most " + MOST + " faults.");
        }
        changing.run();
        ArmedFault added = new ArmedFault(++count, fault);
        armed.add(added);
        return added;
    }

    /** Removes the one with that id; says whether there was one. */
    public boolean remove(long id) {
        changing.run();
        return armed.removeIf(one -> one.id() == id);
    }

    /** Removes all; ids go on. */
    public void clear() {
        changing.run();
        armed.clear();
    }

    /** How many were set so far. */
    public synchronized long count() {
        return count;
    }

    /**
     * Puts faults that were set elsewhere in the place of these.
     *
     * @param set how many were set there so far
     */
    public synchronized void restore(long set, List<ArmedFault> faults) {
        armed.clear();
        armed.addAll(faults);
        count = set;
    }

    /** All of them. */
    public List<ArmedFault> all() {
        return List.copyOf(armed);
    }

    /** Whether nothing can strike. */
    public boolean isEmpty() {
        return armed.isEmpty();
    }

    /**
     * The first one that strikes a request. Those before it that chose the request have counted it.
     *
     * @param journal that of the world
     */
    public Optional<ArmedFault> strike(Fault.Asked asked, Journal journal) {
        List<Long> chosen = new ArrayList<>();
        return journal.alone(
                () -> new FaultDeed(chosen),
                () -> armed.stream()
                        .filter(one -> one.fault().isFor(asked) && strikes(one, chosen))
                        .findFirst());
    }

    private boolean strikes(ArmedFault one, List<Long> chosen) {
        changing.run();
        chosen.add(one.id());
        return one.strikes();
    }

    /** Counts once more a request that was counted. */
    public void restore(FaultDeed deed) {
        armed.stream().filter(one -> deed.chosen().contains(one.id())).forEach(ArmedFault::strikes);
    }
}
