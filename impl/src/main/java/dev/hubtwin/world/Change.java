package dev.hubtwin.world;

/** What a rule makes of a world: the world after it, and what it answers. */
public record Change<R>(World world, R result) {}
