package dev.hubtwin.events;

/** Something that happened in a world and that somebody outside of it hears of. */
public sealed interface Event permits Mail, Happening, Caused {}
