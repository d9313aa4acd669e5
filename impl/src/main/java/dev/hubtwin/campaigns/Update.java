package dev.hubtwin.campaigns;

import dev.hubtwin.api.model.CampaignUpdate;
import dev.hubtwin.http.Refusal;
import dev.hubtwin.world.Campaign;
import dev.hubtwin.world.Campaign.State;
import dev.hubtwin.world.Worded;
import java.time.Instant;

/** The body of a PATCH, laid over what a campaign is: an absent member leaves it, null clears the link. */
record Update(CampaignUpdate body) {

  /**
   * The campaign with what the body has (R31).
   *
   * @throws Refusal 422 for what cannot be
   */
  Campaign of(Campaign old, Given given, Instant now) {
    State state = body.state() == null ? old.state() : Worded.read(State.class, body.state().text());
    return new Campaign(
        old.organizationId(),
        old.number(),
        body.name() == null ? old.name() : body.name(),
        body.description() == null ? old.description() : body.description(),
        body.managers() == null ? old.managers() : given.managers(body.managers()),
        body.teamManagers() == null ? old.teamManagers() : given.teams(body.teamManagers()),
        body.endsAt() == null ? old.endsAt() : Given.end(body.endsAt(), now),
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
