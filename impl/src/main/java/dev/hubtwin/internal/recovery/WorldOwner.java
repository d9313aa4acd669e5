package dev.hubtwin.internal.recovery;

import java.time.Instant;

/**
 * The process that owns the worlds of a database, as it says so there.
 *
 * @param url where the other processes reach it, without a slash at the end
 * @param since when it became the owner
 */
public record WorldOwner(String url, Instant since) {}
