package dev.hubtwin.client;

import dev.hubtwin.TwinWorld;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of a world, for a client that shall have the same time. */
final class WorldClock extends Clock {

    private final TwinWorld world;

    WorldClock(TwinWorld world) {
        this.world = world;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return world.clock().now();
    }
}
