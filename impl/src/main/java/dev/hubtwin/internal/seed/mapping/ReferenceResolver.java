package dev.hubtwin.internal.seed.mapping;

import dev.hubtwin.internal.seed.document.DocumentException;
import dev.hubtwin.internal.seed.document.DocumentPath;
import dev.hubtwin.internal.seed.document.Lists;
import dev.hubtwin.internal.text.Excerpt;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Account;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.repository.Repository;
import dev.hubtwin.internal.world.team.Team;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/** Finds what names in a document stand for, in the world as far as it is loaded. */
public final class ReferenceResolver {

    private final Supplier<World> world;

    ReferenceResolver(Supplier<World> world) {
        this.world = world;
    }

    User user(String login, DocumentPath place) {
        return world.get()
                .accounts()
                .user(login)
                .orElseThrow(() -> new DocumentException(
                        place,
                        "there is no user " + Excerpt.of(login) + "; expected the login of a user in \"users\""));
    }

    /** The id of the user; null if none is named. */
    Long userOrNull(String login, DocumentPath place) {
        return login == null ? null : user(login, place).id();
    }

    Account account(String login, DocumentPath place) {
        return world.get()
                .accounts()
                .account(login)
                .orElseThrow(() -> new DocumentException(
                        place,
                        "there is no account " + Excerpt.of(login)
                                + "; expected the login of a user or an organization"));
    }

    Repository repository(long ownerId, String name, DocumentPath place) {
        return world.get()
                .repositories()
                .named(ownerId, name)
                .orElseThrow(() -> new DocumentException(
                        place,
                        "there is no repository " + Excerpt.of(name) + " of " + login(ownerId)
                                + "; expected the name of one in \"repositories\""));
    }

    Repository repository(String fullName, DocumentPath place) {
        String[] parts = fullName.split("/", 2);
        return world.get()
                .repository(parts[0], parts[parts.length - 1])
                .orElseThrow(() -> new DocumentException(
                        place,
                        "there is no repository " + Excerpt.of(fullName)
                                + "; expected the full name of one in \"repositories\""));
    }

    Team team(long organizationId, String slug, DocumentPath place) {
        return world.get()
                .teams()
                .team(organizationId, slug)
                .orElseThrow(() -> new DocumentException(
                        place,
                        "there is no team " + Excerpt.of(slug) + " in " + login(organizationId)
                                + "; expected the slug of one in its \"teams\""));
    }

    String teamSlug(long id) {
        return world.get().teams().team(id).orElseThrow().slug();
    }

    App app(String slug, DocumentPath place) {
        return world.get()
                .apps()
                .slugged(slug)
                .orElseThrow(() -> new DocumentException(
                        place, "there is no app " + Excerpt.of(slug) + "; expected the slug of one in \"apps\""));
    }

    String oauthApp(String clientId, DocumentPath place) {
        return world.get()
                .apps()
                .oauthApp(clientId)
                .orElseThrow(() -> new DocumentException(
                        place,
                        "there is no OAuth app " + Excerpt.of(clientId)
                                + "; expected the client id of one in \"oauth_apps\""))
                .clientId();
    }

    /** The ids of the users, none of them twice. */
    List<Long> users(List<String> logins, DocumentPath place) {
        Set<Long> known = new HashSet<>();
        return Lists.map(logins, place, (login, at) -> {
            long id = user(login, at).id();
            DocumentException.throwIf(!known.add(id), at, Excerpt.of(login) + " is here twice; expected it once");
            return id;
        });
    }

    /** The ids of the owner's repositories. */
    PSet<Long> repositories(long ownerId, List<String> names, DocumentPath place) {
        return HashTreePSet.from(Lists.map(
                names, place, (name, at) -> repository(ownerId, name, at).id()));
    }

    String login(long accountId) {
        return world.get().accounts().account(accountId).orElseThrow().login();
    }

    String loginOrNull(Long accountId) {
        return accountId == null ? null : login(accountId);
    }

    List<String> logins(Iterable<Long> ids) {
        return sorted(ids).stream().map(this::login).collect(Collectors.toList());
    }

    /** The names, without their owner, of repositories. */
    List<String> repositoryNames(Iterable<Long> ids) {
        return sorted(ids).stream().map(id -> repository(id).name()).collect(Collectors.toList());
    }

    Repository repository(long id) {
        return world.get().repositories().repository(id).orElseThrow();
    }

    String fullName(Repository repository) {
        return login(repository.ownerId()) + "/" + repository.name();
    }

    String fullNameOrNull(Long repositoryId) {
        return repositoryId == null ? null : fullName(repository(repositoryId));
    }

    private static List<Long> sorted(Iterable<Long> ids) {
        List<Long> sorted = new ArrayList<>();
        ids.forEach(sorted::add);
        sorted.sort(null);
        return sorted;
    }
}
