package dev.hubtwin.events;

/** Something that webhooks tell of, and what made it happen. */
public record Caused(Happening what, Cause cause) implements Event {}
