package dev.hubtwin.outsidecollaborators;

import dev.hubtwin.api.OutsideCollaboratorsApi;
import dev.hubtwin.http.Exchange;
import dev.hubtwin.http.Page;
import dev.hubtwin.members.MemberViews;
import jakarta.inject.Inject;

/** The operations of the tag {@code outside-collaborators}. */
public final class OutsideCollaboratorsResource implements OutsideCollaboratorsApi {

  private final Exchange exchange;
  private final MemberViews views;

  @Inject
  public OutsideCollaboratorsResource(Exchange exchange) {
    this.exchange = exchange;
    this.views = new MemberViews(exchange);
  }

  @Override
  public ListOutsideCollaboratorsResponse listOutsideCollaborators(String org, String filter, Integer perPage, Integer page) {
    long organization = exchange.organization().id();
    Page<Long> ids = Page.of(OutsideCollaborators.list(exchange.world(), organization, filter), page, perPage);
    return new ListOutsideCollaboratorsResponse.Ok(views.simple(ids), views.outsideLinks(ids));
  }

  @Override
  public ConvertMemberToOutsideCollaboratorResponse convertMemberToOutsideCollaborator(String org, String username) {
    return exchange.change(
        world -> OutsideCollaborators.convert(world, org, username, exchange.now()),
        (world, done) -> done
            ? new ConvertMemberToOutsideCollaboratorResponse.NoContent()
            : new ConvertMemberToOutsideCollaboratorResponse.Accepted());
  }

  @Override
  public RemoveOutsideCollaboratorResponse removeOutsideCollaborator(String org, String username) {
    return exchange.change(
        world -> OutsideCollaborators.remove(world, org, username),
        (world, done) -> new RemoveOutsideCollaboratorResponse.NoContent());
  }
}
