package dev.hubtwin;

import dev.hubtwin.internal.control.ClockControl;
import dev.hubtwin.internal.control.model.ClockChange;
import dev.hubtwin.internal.world.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * The clock of a world. Everything that expires or counts by time follows it, and so does the {@code Date} of
 * responses. Every change returns the time that it is afterwards.
 */
public final class TwinClock {

    private final WorldHandle handle;

    TwinClock(WorldHandle handle) {
        this.handle = handle;
    }

    /** Returns the time of the world. */
    public Instant now() {
        return handle.now();
    }

    /** Returns whether the clock is stopped. */
    public boolean isFrozen() {
        return handle.world().settings().clock().frozen() != null;
    }

    /**
     * Moves the clock forward, whether it is stopped or runs.
     *
     * @param by how far; a negative duration moves it back
     * @throws IllegalArgumentException if the clock would leave the years 1 to 9999
     */
    public Instant advance(Duration by) {
        return change(new ClockChange(null, null, by.toString(), null, null));
    }

    /** Sets the clock to a time; it stays stopped or runs on as before. */
    public Instant set(Instant to) {
        return change(new ClockChange(null, OffsetDateTime.ofInstant(to, ZoneOffset.UTC), null, null, null));
    }

    /** Stops the clock where it is. */
    public Instant freeze() {
        return change(new ClockChange(null, null, null, true, null));
    }

    /** Stops the clock at a time. */
    public Instant freeze(Instant at) {
        return change(new ClockChange(null, null, null, at.toString(), null));
    }

    /** Lets the clock run on from where it is. */
    public Instant run() {
        return change(new ClockChange(null, null, null, null, true));
    }

    /** Sets the clock to that of the machine, and lets it run. */
    public Instant system() {
        return change(new ClockChange(true, null, null, null, null));
    }

    private Instant change(ClockChange change) {
        Instant machine = handle.machineTime();
        Settings.Clock changed = handle.become(world -> {
                    Settings settings = world.settings();
                    return world.with(settings.with(ClockControl.changed(settings.clock(), change, machine)));
                })
                .settings()
                .clock();
        return changed.at(machine);
    }
}
