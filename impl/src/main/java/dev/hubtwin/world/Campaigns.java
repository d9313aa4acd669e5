package dev.hubtwin.world;

import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** Security campaigns, by organization. Their numbers come from {@link Counters}, so none is used twice. */
public record Campaigns(PMap<Long, Agenda> agendas) {

  static final Campaigns NONE = new Campaigns(HashTreePMap.empty());

  /** The campaigns of the organization. */
  public Agenda of(long organizationId) {
    return agendas.getOrDefault(organizationId, Agenda.NONE);
  }

  /** This with the campaign in the place of the one with its number. */
  public Campaigns with(Campaign campaign) {
    long organization = campaign.organizationId();
    return new Campaigns(agendas.plus(organization, of(organization).with(campaign)));
  }

  /** This without the campaign (R32). */
  public Campaigns without(long organizationId, int number) {
    return new Campaigns(Tables.put(agendas, organizationId, of(organizationId).without(number), Agenda.NONE));
  }
}
