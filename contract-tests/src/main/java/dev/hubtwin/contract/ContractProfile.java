package dev.hubtwin.contract;

/** What a server is held to; each is held to what the one before it is held to. */
public enum ContractProfile {
    /** What GitHub's documents promise. */
    DOCUMENTED,
    /** What GitHub does besides, too. */
    CUSTOMARY,
    /** What the documents do not list, too. */
    ADDITIONS
}
