package dev.hubtwin.internal.view;

import dev.hubtwin.internal.api.model.OrganizationFull;
import dev.hubtwin.internal.api.model.OrganizationUpdate;

/**
 * Members that an enterprise server of 2.22 knows only in a preview (R43): without {@code surtur} in the request's
 * {@code Accept} they are ignored on the way in and absent on the way out. On github.com they have long been ordinary.
 */
public final class Previews {

    /** The preview of finer settings for the creation of repositories. */
    public static final String FINER_CREATION = "surtur";

    private Previews() {}

    /** A body with the members of the preview, or without them where it is not asked for. */
    public static OrganizationUpdate allowed(OrganizationUpdate body, boolean finerCreation) {
        return finerCreation
                ? body
                : body.toBuilder()
                        .membersCanCreateInternalRepositories(null)
                        .membersCanCreatePrivateRepositories(null)
                        .membersCanCreatePublicRepositories(null)
                        .build();
    }

    /** A view with the members of the preview, or without them where it is not asked for. */
    static OrganizationFull allowed(OrganizationFull view, boolean finerCreation) {
        return finerCreation
                ? view
                : view.toBuilder()
                        .membersCanCreateInternalRepositories(null)
                        .membersCanCreatePrivateRepositories(null)
                        .membersCanCreatePublicRepositories(null)
                        .build();
    }
}
