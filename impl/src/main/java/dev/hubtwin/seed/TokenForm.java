package dev.hubtwin.seed;

import dev.hubtwin.control.model.StateToken;
import dev.hubtwin.control.model.StateTokenKind;
import dev.hubtwin.world.Grant;
import dev.hubtwin.world.Installation;
import dev.hubtwin.world.Selection;
import dev.hubtwin.world.Token;
import dev.hubtwin.world.World;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A token, in and out. */
final class TokenForm {

  private static final Map<StateTokenKind, Set<String>> MEMBERS = Map.of(
      StateTokenKind.CLASSIC, Set.of("user", "scopes"),
      StateTokenKind.OAUTH, Set.of("user", "scopes", "oauth_app"),
      StateTokenKind.FINE_GRAINED, Set.of("user", "resource_owner", "permissions", "repositories"),
      StateTokenKind.USER_TO_SERVER, Set.of("user", "app", "target", "permissions", "repositories"),
      StateTokenKind.INSTALLATION, Set.of("installation", "permissions", "repositories"));
  private static final Map<StateTokenKind, List<String>> REQUIRED = Map.of(
      StateTokenKind.CLASSIC, List.of("user"),
      StateTokenKind.OAUTH, List.of("user", "oauth_app"),
      StateTokenKind.FINE_GRAINED, List.of("user"),
      StateTokenKind.USER_TO_SERVER, List.of("user", "app"),
      StateTokenKind.INSTALLATION, List.of("installation"));

  private TokenForm() {}

  static Token read(StateToken token, long id, World world, Names names, Place place) {
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
        Values.instant(token.expiresAt()));
  }

  private static void checkMembers(StateToken token, Place place) {
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
    given.forEach((name, value) -> Names.refuseIf(value != null && !MEMBERS.get(token.kind()).contains(name), place.at(name),
        "a token of the kind " + token.kind() + " has none; expected " + String.join(", ", MEMBERS.get(token.kind()).stream().sorted().toList())));
    REQUIRED.get(token.kind()).forEach(name -> Names.refuseIf(given.get(name) == null, place,
        "\"" + name + "\" is missing; expected it in a token of the kind " + token.kind()));
  }

  private static Grant grant(StateToken token, World world, Names names, Place place) {
    Long user = names.userOrNull(token.user(), place.at("user"));
    return switch (token.kind()) {
      case CLASSIC -> new Grant.Classic(user, Values.texts(token.scopes()));
      case OAUTH -> new Grant.OAuth(user, Values.texts(token.scopes()), names.oauthApp(token.oauthApp(), place.at("oauth_app")));
      case FINE_GRAINED -> fineGrained(token, user, names, place);
      case USER_TO_SERVER -> new Grant.UserToServer(user, names.app(token.app(), place.at("app")).id(), narrowing(token, names, place));
      case INSTALLATION -> ofInstallation(token, world, names, place);
    };
  }

  private static Grant fineGrained(StateToken token, long user, Names names, Place place) {
    long owner = token.resourceOwner() == null ? user : names.account(token.resourceOwner(), place.at("resource_owner")).id();
    return new Grant.FineGrained(
        user, owner, Values.levels(Values.or(token.permissions(), Map.of())), selection(token, owner, Selection.ALL, names, place));
  }

  private static Grant.Narrowing narrowing(StateToken token, Names names, Place place) {
    if (token.target() == null) {
      Names.refuseIf(token.permissions() != null, place.at("permissions"), "\"target\" is missing; expected it too");
      Names.refuseIf(token.repositories() != null, place.at("repositories"), "\"target\" is missing; expected it too");
      return null;
    }
    long target = names.account(token.target(), place.at("target")).id();
    return new Grant.Narrowing(
        target, Values.levels(Values.or(token.permissions(), Map.of())), selection(token, target, Selection.ALL, names, place));
  }

  private static Grant ofInstallation(StateToken token, World world, Names names, Place place) {
    Installation installation = world.apps().installations().installation(token.installation()).orElseThrow(() ->
        SeedException.at(place.at("installation"), "there is no installation " + token.installation() + "; expected the id of one"));
    return new Grant.OfInstallation(
        installation.id(),
        token.permissions() == null ? null : Values.levels(token.permissions()),
        selection(token, installation.accountId(), null, names, place));
  }

  @SuppressWarnings("unchecked")
  private static Selection selection(StateToken token, long ownerId, Selection absent, Names names, Place place) {
    if (token.repositories() == null) {
      return absent;
    }
    return token.repositories() instanceof List<?> list
        ? Selection.of(names.repositories(ownerId, (List<String>) list, place.at("repositories")))
        : Selection.ALL;
  }

  static StateToken write(Token token, World world, Names names) {
    StateToken.Builder builder = StateToken.builder()
        .token(token.text())
        .id(token.id())
        .note(token.label().note())
        .noteUrl(token.label().noteUrl())
        .fingerprint(token.label().fingerprint())
        .revoked(token.revoked())
        .expiresAt(Values.time(token.expiresAt()))
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

  private static void write(StateToken.Builder builder, Grant grant, World world, Names names) {
    if (grant instanceof Grant.Classic) {
      builder.kind(StateTokenKind.CLASSIC);
    } else if (grant instanceof Grant.OAuth oauth) {
      builder.kind(StateTokenKind.OAUTH).oauthApp(oauth.clientId());
    } else if (grant instanceof Grant.FineGrained fine) {
      builder.kind(StateTokenKind.FINE_GRAINED)
          .resourceOwner(fine.resourceOwnerId() == fine.userId() ? null : names.login(fine.resourceOwnerId()))
          .permissions(fine.permissions().isEmpty() ? null : Values.levels(fine.permissions()))
          .repositories(selection(fine.repositories(), Selection.ALL, names));
    } else if (grant instanceof Grant.UserToServer user) {
      builder.kind(StateTokenKind.USER_TO_SERVER).app(world.apps().byId().get(user.appId()).slug());
      narrowing(builder, user.narrowing(), names);
    } else if (grant instanceof Grant.OfInstallation installation) {
      builder.kind(StateTokenKind.INSTALLATION)
          .installation(installation.installationId())
          .permissions(installation.permissions() == null ? null : Values.levels(installation.permissions()))
          .repositories(selection(installation.repositories(), null, names));
    }
  }

  private static void narrowing(StateToken.Builder builder, Grant.Narrowing narrowing, Names names) {
    if (narrowing != null) {
      builder
          .target(names.login(narrowing.targetId()))
          .permissions(narrowing.permissions().isEmpty() ? null : Values.levels(narrowing.permissions()))
          .repositories(selection(narrowing.repositories(), Selection.ALL, names));
    }
  }

  private static Object selection(Selection selection, Selection absent, Names names) {
    if (selection == null || selection.equals(absent)) {
      return null;
    }
    return selection.all() ? "all" : names.repositoryNames(selection.repositories());
  }
}
