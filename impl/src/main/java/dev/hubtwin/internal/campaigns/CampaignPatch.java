package dev.hubtwin.internal.campaigns;

import dev.hubtwin.internal.api.model.CampaignUpdate;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.world.campaign.Campaign;
import dev.hubtwin.internal.world.campaign.Campaign.State;
import dev.hubtwin.internal.world.naming.WireName;
import java.time.Instant;

/** The body of a PATCH, laid over what a campaign is: an absent member leaves it, null clears the link. */
record CampaignPatch(CampaignUpdate body) {

    /**
     * The campaign with what the body has (R31).
     *
     * @throws ApiException 422 for what cannot be
     */
    Campaign of(Campaign old, CampaignReferences given, Instant now) {
        State state = body.state() == null
                ? old.state()
                : WireName.read(State.class, body.state().text());
        return new Campaign(
                old.organizationId(),
                old.number(),
                body.name() == null ? old.name() : body.name(),
                body.description() == null ? old.description() : body.description(),
                body.managers() == null ? old.managers() : given.managers(body.managers()),
                body.teamManagers() == null ? old.teamManagers() : given.teams(body.teamManagers()),
                body.endsAt() == null ? old.endsAt() : CampaignReferences.end(body.endsAt(), now),
                body.contactLink().orElse(old.contactLink()),
                state,
                old.alerts(),
                old.issues(),
                old.createdAt(),
                old.updatedAt(),
                old.publishedAt(),
                state == old.state() ? old.closedAt() : closedAt(state, now));
    }

    /** Closing tells when, opening again forgets it (R30). */
    private static Instant closedAt(State state, Instant now) {
        return state == State.CLOSED ? now : null;
    }
}
