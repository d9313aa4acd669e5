package dev.hubtwin.internal.outsidecollaborators;

import dev.hubtwin.internal.api.OutsideCollaboratorsApi;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.rest.Page;
import dev.hubtwin.internal.view.UserViews;
import dev.hubtwin.internal.world.account.UserName;

/** The operations of the tag {@code outside-collaborators}. */
public final class OutsideCollaboratorsResource implements OutsideCollaboratorsApi {

    private static final String LIST = "/outside_collaborators";

    private final RequestContext exchange;
    private final UserViews views;

    public OutsideCollaboratorsResource(RequestContext exchange) {
        this.exchange = exchange;
        this.views = exchange.views(UserViews::new);
    }

    @Override
    public ListOutsideCollaboratorsResponse listOutsideCollaborators(String filter, Integer perPage, Integer page) {
        Page<UserName> ids = page(filter, perPage, page);
        return new ListOutsideCollaboratorsResponse.Ok(
                views.all(ids), exchange.organizationLinks().pages(ids, LIST));
    }

    @Override
    public ListOutsideCollaboratorsByIdResponse listOutsideCollaboratorsById(
            String filter, Integer perPage, Integer page) {
        Page<UserName> ids = page(filter, perPage, page);
        return new ListOutsideCollaboratorsByIdResponse.Ok(
                views.all(ids), exchange.organizationLinks().pages(ids, LIST));
    }

    private Page<UserName> page(String filter, int perPage, int page) {
        return Page.of(OutsideCollaboratorRules.list(exchange.named(), filter), page, perPage);
    }

    @Override
    public ConvertMemberToOutsideCollaboratorResponse convertMemberToOutsideCollaborator() {
        return exchange.change(
                named -> OutsideCollaboratorRules.convert(named, exchange.now()),
                (world, done) -> done
                        ? new ConvertMemberToOutsideCollaboratorResponse.NoContent()
                        : new ConvertMemberToOutsideCollaboratorResponse.Accepted());
    }

    @Override
    public RemoveOutsideCollaboratorResponse removeOutsideCollaborator() {
        return exchange.change(
                OutsideCollaboratorRules::remove, (world, done) -> new RemoveOutsideCollaboratorResponse.NoContent());
    }
}
