package dev.hubtwin;

import dev.hubtwin.internal.control.ClockControl;
import dev.hubtwin.internal.control.model.ClockChange;
import dev.hubtwin.internal.world.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** The clock of a world. Whatever expires or counts by time follows it. Each change gives the time that it is then. */
public final class TwinClock {

    private final WorldHandle held;

    TwinClock(WorldHandle held) {
        this.held = held;
    }

    /** The time of the world. */
    public Instant now() {
        return held.now();
    }

    /** Whether it stands still. */
    public boolean isFrozen() {
        return held.world().settings().clock().frozen() != null;
    }

    /** It is so much later; negative, earlier. */
    public Instant advance(Duration by) {
        return change(new ClockChange(null, null, by.toString(), null, null));
    }

    /** It is this time; it stands still or runs on as before. */
    public Instant set(Instant to) {
        return change(new ClockChange(null, OffsetDateTime.ofInstant(to, ZoneOffset.UTC), null, null, null));
    }

    /** Time stands still where it is. */
    public Instant freeze() {
        return change(new ClockChange(null, null, null, true, null));
    }

    /** Time stands still, there. */
    public Instant freeze(Instant at) {
        return change(new ClockChange(null, null, null, at.toString(), null));
    }

    /** Time runs on from where it is. */
    public Instant run() {
        return change(new ClockChange(null, null, null, null, true));
    }

    /** It is the machine's time again, and runs. */
    public Instant system() {
        return change(new ClockChange(true, null, null, null, null));
    }

    private Instant change(ClockChange change) {
        Instant system = held.system();
        Settings.Clock changed = held.become(world -> {
                    Settings settings = world.settings();
                    return world.with(settings.with(ClockControl.changed(settings.clock(), change, system)));
                })
                .settings()
                .clock();
        return changed.at(system);
    }
}
