package dev.hubtwin.internal.memory;

/** Something that keeps what is worth keeping and can be forgotten. */
public interface Evictable {

    /** Returns about how many bytes it keeps. */
    long bytes();

    /** Forgets the older half of what it keeps, or all of it if that is a single thing. */
    void evictHalf();
}
