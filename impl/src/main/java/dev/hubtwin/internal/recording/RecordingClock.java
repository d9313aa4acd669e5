package dev.hubtwin.internal.recording;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The machine's clock, which stands still for work that is recorded: all of it happens at one moment. */
public final class RecordingClock extends Clock {

    private final Clock machine;

    /** Tells the time of all else by {@code machine}. */
    public RecordingClock(Clock machine) {
        this.machine = machine;
    }

    @Override
    public Instant instant() {
        return Recording.moment(machine::instant);
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new RecordingClock(machine.withZone(zone));
    }
}
