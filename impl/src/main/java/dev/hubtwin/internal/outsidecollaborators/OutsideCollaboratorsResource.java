package dev.hubtwin.internal.outsidecollaborators;

import dev.hubtwin.internal.api.OutsideCollaboratorsApi;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.rest.Page;
import dev.hubtwin.internal.view.MemberViews;
import jakarta.inject.Inject;

/** The operations of the tag {@code outside-collaborators}. */
public final class OutsideCollaboratorsResource implements OutsideCollaboratorsApi {

    private final RequestContext exchange;
    private final MemberViews views;

    @Inject
    public OutsideCollaboratorsResource(RequestContext exchange) {
        this.exchange = exchange;
        this.views = new MemberViews(exchange);
    }

    @Override
    public ListOutsideCollaboratorsResponse listOutsideCollaborators(
            String org, String filter, Integer perPage, Integer page) {
        long organization = exchange.organization().id();
        Page<Long> ids = Page.of(OutsideCollaboratorRules.list(exchange.world(), organization, filter), page, perPage);
        return new ListOutsideCollaboratorsResponse.Ok(views.simple(ids), views.outsideLinks(ids));
    }

    @Override
    public ConvertMemberToOutsideCollaboratorResponse convertMemberToOutsideCollaborator(String org, String username) {
        return exchange.change(
                world -> OutsideCollaboratorRules.convert(world, org, username, exchange.now()),
                (world, done) -> done
                        ? new ConvertMemberToOutsideCollaboratorResponse.NoContent()
                        : new ConvertMemberToOutsideCollaboratorResponse.Accepted());
    }

    @Override
    public RemoveOutsideCollaboratorResponse removeOutsideCollaborator(String org, String username) {
        return exchange.change(
                world -> OutsideCollaboratorRules.remove(world, org, username),
                (world, done) -> new RemoveOutsideCollaboratorResponse.NoContent());
    }
}
