package dev.hubtwin.internal.forwarding;

/** What the process that a request was forwarded to says of it, beside the answer. */
public enum OwnerReply {

    /** Its body is wanted. */
    READS,

    /** It was served: this is the answer. */
    SERVED,

    /** It was served, and a fault says that its client gets no answer. */
    CUT,

    /** It was not served: another process owns the twin. */
    ELSEWHERE
}
