package dev.hubtwin.internal.view;

import dev.hubtwin.internal.api.model.OrganizationFull;
import dev.hubtwin.internal.api.model.OrganizationUpdate;
import dev.hubtwin.internal.exchange.RequestContext;

/**
 * Members that an enterprise server of 2.22 knows only in a preview (R43): without {@code surtur} in the request's
 * {@code Accept} they are ignored on the way in and absent on the way out. On github.com they have long been ordinary.
 */
public final class Previews {

    private static final String FINER_CREATION = "surtur";

    private Previews() {}

    public static OrganizationUpdate allowed(OrganizationUpdate body, RequestContext exchange) {
        return exchange.hasPreview(FINER_CREATION)
                ? body
                : body.toBuilder()
                        .membersCanCreateInternalRepositories(null)
                        .membersCanCreatePrivateRepositories(null)
                        .membersCanCreatePublicRepositories(null)
                        .build();
    }

    static OrganizationFull allowed(OrganizationFull view, RequestContext exchange) {
        return exchange.hasPreview(FINER_CREATION)
                ? view
                : view.toBuilder()
                        .membersCanCreateInternalRepositories(null)
                        .membersCanCreatePrivateRepositories(null)
                        .membersCanCreatePublicRepositories(null)
                        .build();
    }
}
