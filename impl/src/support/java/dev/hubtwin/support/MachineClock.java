package dev.hubtwin.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of a machine, which moves as a test says. */
public final class MachineClock extends Clock {

    private volatile Instant now;

    /** Stands still at a time. */
    public MachineClock(Instant now) {
        this.now = now;
    }

    /** Sets another time. */
    public void set(Instant time) {
        now = time;
    }

    /** Moves on. */
    public void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
