package dev.hubtwin.internal.event;

import java.time.Instant;

/**
 * A mail that GitHub would have sent.
 *
 * @param to the login of the user who gets it, or the address that was invited
 * @param organization the login of the organization that it is about
 * @param at when, by the world's clock
 */
public record Mail(Subject subject, String to, String organization, Instant at) implements DomainEvent {

    /** Why a mail is sent (R79, R87). */
    public enum Subject {
        INVITED,
        MADE_OWNER,
        REMOVED,
        INVITATION_CANCELLED
    }
}
