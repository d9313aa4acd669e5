package dev.hubtwin.internal.world.token;

import dev.hubtwin.internal.world.app.RepositoryChoice;
import dev.hubtwin.internal.world.index.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.PVector;

/** What a token is, and for whom. Permissions are levels by name. */
public sealed interface Grant {

    /** What it is of, and for whom. */
    List<Reference> references();

    /** Of a user: anything but an installation's token. */
    sealed interface OfUser extends Grant {

        /** The user it speaks for. */
        long userId();
    }

    /** Of a user, as far as scopes reach. */
    sealed interface Scoped extends OfUser {

        /** The scopes, in the order they were given. */
        PVector<String> scopes();
    }

    /** Of a user who has allowed an app to act for them. */
    sealed interface OfApp extends OfUser {

        /** What the user has allowed. */
        Authorization authorization();
    }

    /**
     * What a user has allowed an app: every token of the app for that user hangs on it.
     *
     * @param appId a GitHub App; null: an OAuth app
     * @param clientId the client id of an OAuth app; null: a GitHub App
     */
    record Authorization(@Nullable Long appId, @Nullable String clientId, long userId) {}

    /** A classic personal access token. */
    record Classic(long userId, PVector<String> scopes) implements Scoped {

        @Override
        public List<Reference> references() {
            return Reference.to(Reference.Kind.ACCOUNT, userId);
        }
    }

    /** A token of an OAuth app. */
    record OAuth(long userId, PVector<String> scopes, String clientId) implements Scoped, OfApp {

        @Override
        public Authorization authorization() {
            return new Authorization(null, clientId, userId);
        }

        @Override
        public List<Reference> references() {
            return Reference.both(
                    Reference.to(Reference.Kind.ACCOUNT, userId), Reference.to(Reference.Kind.OAUTH_APP, clientId));
        }
    }

    /** A fine-grained personal access token for what one account owns. */
    record FineGrained(
            long userId, long resourceOwnerId, PMap<String, String> permissions, RepositoryChoice repositories)
            implements OfUser {

        @Override
        public List<Reference> references() {
            return Reference.to(Reference.Kind.ACCOUNT, userId, resourceOwnerId);
        }
    }

    /** A token of a GitHub App for a user; {@code narrowing} null: as far as the app's installations reach. */
    record UserToServer(long userId, long appId, @Nullable Narrowing narrowing) implements OfApp {

        @Override
        public Authorization authorization() {
            return new Authorization(appId, null, userId);
        }

        @Override
        public List<Reference> references() {
            Long target = narrowing == null ? null : narrowing.targetId();
            return Reference.both(
                    Reference.to(Reference.Kind.ACCOUNT, userId, target), Reference.to(Reference.Kind.APP, appId));
        }
    }

    /** What a scoped user-to-server token was narrowed to (R145): an account, permissions and repositories there. */
    record Narrowing(long targetId, PMap<String, String> permissions, RepositoryChoice repositories) {}

    /** A token of an installation; {@code permissions} and {@code repositories} null: as the installation has them. */
    record OfInstallation(
            long installationId,
            @Nullable PMap<String, String> permissions,
            @Nullable RepositoryChoice repositories) implements Grant {

        @Override
        public List<Reference> references() {
            return Reference.to(Reference.Kind.INSTALLATION, installationId);
        }
    }
}
