package dev.hubtwin.internal.seed.mapping;

import dev.hubtwin.internal.control.model.StateToken;
import dev.hubtwin.internal.control.model.StateTokenKind;
import dev.hubtwin.internal.seed.document.DocumentException;
import dev.hubtwin.internal.seed.document.DocumentPath;
import dev.hubtwin.internal.text.Excerpt;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.app.Installation;
import dev.hubtwin.internal.world.app.RepositoryChoice;
import dev.hubtwin.internal.world.token.Grant;
import dev.hubtwin.internal.world.token.Token;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A token, in and out. */
final class TokenMapper {

    private static final Map<StateTokenKind, Set<String>> MEMBERS = Map.of(
            StateTokenKind.CLASSIC, Set.of("user", "scopes"),
            StateTokenKind.OAUTH, Set.of("user", "scopes", "oauth_app"),
            StateTokenKind.FINE_GRAINED, Set.of("user", "resource_owner", "permissions", "repositories"),
            StateTokenKind.USER_TO_SERVER,
                    Set.of("user", "app", "target", "permissions", "repositories", "refresh_token"),
            StateTokenKind.INSTALLATION, Set.of("installation", "permissions", "repositories"));
    private static final Map<StateTokenKind, List<String>> REQUIRED = Map.of(
            StateTokenKind.CLASSIC, List.of("user"),
            StateTokenKind.OAUTH, List.of("user", "oauth_app"),
            StateTokenKind.FINE_GRAINED, List.of("user"),
            StateTokenKind.USER_TO_SERVER, List.of("user", "app"),
            StateTokenKind.INSTALLATION, List.of("installation"));

    private TokenMapper() {}

    static Token read(StateToken token, long id, World world, ReferenceResolver names, DocumentPath place) {
        checkMembers(token, place);
        Instant created = Values.created(token.createdAt());
        return new Token(
                id,
                token.token(),
                grant(token, world, names, place),
                new Token.Label(token.note(), token.noteUrl(), token.fingerprint()),
                token.revoked(),
                created,
                Values.instant(token.updatedAt(), created),
                token.expiresAt(),
                refresh(token, place));
    }

    private static Token.Refresh refresh(StateToken token, DocumentPath place) {
        DocumentException.throwIf(
                (token.refreshToken() == null) != (token.refreshTokenExpiresAt() == null),
                place,
                "\"refresh_token\" and \"refresh_token_expires_at\" go together; expected both or none");
        return token.refreshToken() == null
                ? null
                : new Token.Refresh(
                        token.refreshToken(), token.refreshTokenExpiresAt().toInstant());
    }

    private static void checkMembers(StateToken token, DocumentPath place) {
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("user", token.user());
        given.put("scopes", token.scopes());
        given.put("oauth_app", token.oauthApp());
        given.put("resource_owner", token.resourceOwner());
        given.put("app", token.app());
        given.put("target", token.target());
        given.put("installation", token.installation());
        given.put("permissions", token.permissions());
        given.put("repositories", token.repositories());
        given.put("refresh_token", token.refreshToken());
        given.forEach((name, value) -> DocumentException.throwIf(
                value != null && !MEMBERS.get(token.kind()).contains(name),
                place.at(name),
                "a token of the kind " + token.kind() + " has none; expected "
                        + String.join(", ", new TreeSet<>(MEMBERS.get(token.kind())))));
        REQUIRED.get(token.kind())
                .forEach(name -> DocumentException.throwIf(
                        given.get(name) == null,
                        place,
                        Excerpt.of(name) + " is missing; expected it in a token of the kind " + token.kind()));
    }

    private static Grant grant(StateToken token, World world, ReferenceResolver names, DocumentPath place) {
        Long user = names.userOrNull(token.user(), place.at("user"));
        return switch (token.kind()) {
            case CLASSIC -> new Grant.Classic(user, Values.texts(token.scopes()));
            case OAUTH ->
                new Grant.OAuth(
                        user, Values.texts(token.scopes()), names.oauthApp(token.oauthApp(), place.at("oauth_app")));
            case FINE_GRAINED -> fineGrained(token, user, names, place);
            case USER_TO_SERVER ->
                new Grant.UserToServer(
                        user, names.app(token.app(), place.at("app")).id(), narrowing(token, names, place));
            case INSTALLATION -> ofInstallation(token, world, names, place);
        };
    }

    private static Grant fineGrained(StateToken token, long user, ReferenceResolver names, DocumentPath place) {
        long owner = token.resourceOwner() == null
                ? user
                : names.account(token.resourceOwner(), place.at("resource_owner"))
                        .id();
        return new Grant.FineGrained(
                user,
                owner,
                Values.levels(Values.or(token.permissions(), Map.of())),
                selection(token, owner, RepositoryChoice.ALL, names, place));
    }

    private static Grant.Narrowing narrowing(StateToken token, ReferenceResolver names, DocumentPath place) {
        if (token.target() == null) {
            DocumentException.throwIf(
                    token.permissions() != null, place.at("permissions"), "\"target\" is missing; expected it too");
            DocumentException.throwIf(
                    token.repositories() != null, place.at("repositories"), "\"target\" is missing; expected it too");
            return null;
        }
        long target = names.account(token.target(), place.at("target")).id();
        return new Grant.Narrowing(
                target,
                Values.levels(Values.or(token.permissions(), Map.of())),
                selection(token, target, RepositoryChoice.ALL, names, place));
    }

    private static Grant ofInstallation(StateToken token, World world, ReferenceResolver names, DocumentPath place) {
        Installation installation = world.apps()
                .installations()
                .installation(token.installation())
                .orElseThrow(() -> new DocumentException(
                        place.at("installation"),
                        "there is no installation " + token.installation() + "; expected the id of one"));
        return new Grant.OfInstallation(
                installation.id(),
                token.permissions() == null ? null : Values.levels(token.permissions()),
                selection(token, installation.accountId(), null, names, place));
    }

    @SuppressWarnings("unchecked")
    private static RepositoryChoice selection(
            StateToken token, long ownerId, RepositoryChoice absent, ReferenceResolver names, DocumentPath place) {
        if (token.repositories() == null) {
            return absent;
        }
        return token.repositories() instanceof List<?> list
                ? RepositoryChoice.of(names.repositories(ownerId, (List<String>) list, place.at("repositories")))
                : RepositoryChoice.ALL;
    }

    static StateToken write(Token token, World world, ReferenceResolver names) {
        StateToken.Builder builder = StateToken.builder()
                .token(token.text())
                .id(token.id())
                .note(token.label().note())
                .noteUrl(token.label().noteUrl())
                .fingerprint(token.label().fingerprint())
                .revoked(token.revoked())
                .expiresAt(token.expiresAt())
                .refreshToken(token.refresh() == null ? null : token.refresh().text())
                .refreshTokenExpiresAt(
                        token.refresh() == null
                                ? null
                                : Values.time(token.refresh().expiresAt()))
                .createdAt(Values.created(token.createdAt()))
                .updatedAt(Values.time(token.updatedAt(), token.createdAt()));
        if (token.grant() instanceof Grant.OfUser grant) {
            builder.user(names.login(grant.userId()));
        }
        if (token.grant() instanceof Grant.Scoped grant) {
            builder.scopes(Values.some(grant.scopes()));
        }
        write(builder, token.grant(), world, names);
        return builder.build();
    }

    private static void write(StateToken.Builder builder, Grant grant, World world, ReferenceResolver names) {
        if (grant instanceof Grant.Classic) {
            builder.kind(StateTokenKind.CLASSIC);
        } else if (grant instanceof Grant.OAuth oauth) {
            builder.kind(StateTokenKind.OAUTH).oauthApp(oauth.clientId());
        } else if (grant instanceof Grant.FineGrained fine) {
            builder.kind(StateTokenKind.FINE_GRAINED)
                    .resourceOwner(fine.resourceOwnerId() == fine.userId() ? null : names.login(fine.resourceOwnerId()))
                    .permissions(fine.permissions().isEmpty() ? null : Values.levels(fine.permissions()))
                    .repositories(selection(fine.repositories(), RepositoryChoice.ALL, names));
        } else if (grant instanceof Grant.UserToServer user) {
            builder.kind(StateTokenKind.USER_TO_SERVER)
                    .app(world.apps().byId().get(user.appId()).slug());
            narrowing(builder, user.narrowing(), names);
        } else if (grant instanceof Grant.OfInstallation installation) {
            builder.kind(StateTokenKind.INSTALLATION)
                    .installation(installation.installationId())
                    .permissions(installation.permissions() == null ? null : Values.levels(installation.permissions()))
                    .repositories(selection(installation.repositories(), null, names));
        }
    }

    private static void narrowing(StateToken.Builder builder, Grant.Narrowing narrowing, ReferenceResolver names) {
        if (narrowing != null) {
            builder.target(names.login(narrowing.targetId()))
                    .permissions(narrowing.permissions().isEmpty() ? null : Values.levels(narrowing.permissions()))
                    .repositories(selection(narrowing.repositories(), RepositoryChoice.ALL, names));
        }
    }

    private static Object selection(RepositoryChoice selection, RepositoryChoice absent, ReferenceResolver names) {
        if (selection == null || selection.equals(absent)) {
            return null;
        }
        return selection.all() ? "all" : names.repositoryNames(selection.repositories());
    }
}
