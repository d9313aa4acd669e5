package dev.hubtwin.world;

/** What somebody may do in a repository; the greater includes the less. */
public enum Access implements Worded { PULL, TRIAGE, PUSH, MAINTAIN, ADMIN }
