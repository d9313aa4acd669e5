package dev.hubtwin.internal.event;

import dev.hubtwin.internal.auth.Caller;
import dev.hubtwin.internal.rest.Links;
import dev.hubtwin.internal.world.token.Grant;
import dev.hubtwin.internal.world.token.Token;
import java.util.OptionalLong;

/**
 * Who made something happen, and through which root of the server. Who is known by at most one id; if by none, an owner
 * of the account counts as the one.
 *
 * @param user a user, or null
 * @param installation the installation of an app that acts by itself, or null
 * @param app an app that acts with a JSON web token, or null: its owner acts
 * @param links the addresses of payloads
 * @param isDelivery whether it was a delivery of a webhook that made it happen: telling webhooks of it might never end
 */
public record EventSource(Long user, Long installation, Long app, Links links, boolean isDelivery) {

    /** A user. */
    public static EventSource ofUser(long user, Links links) {
        return new EventSource(user, null, null, links, false);
    }

    /** Nobody in particular: time, or who arranges the world. */
    public static EventSource nobody(Links links) {
        return new EventSource(null, null, null, links, false);
    }

    /** The caller of a request, which may be a delivery. */
    public static EventSource of(Caller caller, Links links, boolean isDelivery) {
        Grant grant = caller.token().map(Token::grant).orElse(null);
        return grant instanceof Grant.OfInstallation of
                ? new EventSource(null, of.installationId(), null, links, isDelivery)
                : new EventSource(orNull(caller.user()), null, orNull(caller.app()), links, isDelivery);
    }

    private static Long orNull(OptionalLong id) {
        return id.isPresent() ? id.getAsLong() : null;
    }

    /** An event that has this cause, if it is one that webhooks tell of. */
    public DomainEvent of(DomainEvent event) {
        return event instanceof WebhookEvent what ? new AttributedEvent(what, this) : event;
    }
}
