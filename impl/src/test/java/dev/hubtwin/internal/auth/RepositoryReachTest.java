package dev.hubtwin.internal.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Account;
import dev.hubtwin.internal.world.repository.Repository;
import dev.hubtwin.internal.world.repository.RepositoryEntry;
import dev.hubtwin.internal.world.repository.RepositoryOrder;
import dev.hubtwin.internal.world.token.Token;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lists are put together from whole groups of repositories; what they show is what each repository by itself says. */
class RepositoryReachTest {

    private static final World WORLD = SeedCodec.read("""
      users: [{login: olivia}, {login: mike}, {login: tess}, {login: carol}, {login: erin}, {login: stan}]
      organizations:
        - login: acme
          enterprise: {slug: corp}
          default_repository_permission: none
          members: [{login: olivia, role: admin}, {login: mike, role: member}, {login: tess, role: member}]
          teams:
            - {slug: parents, name: Parents, repositories: [{name: hidden, permission: maintain}]}
            - {slug: children, name: Children, parent: parents, members: [tess]}
        - login: sister
          enterprise: {slug: corp}
          members: [{login: erin, role: admin}, {login: mike}, {login: stan, state: pending}]
      repositories:
        - {owner: acme, name: hidden, visibility: private, collaborators: [{login: carol, permission: push}]}
        - {owner: acme, name: fork, visibility: private, fork: true, collaborators: [{login: mike, permission: pull}]}
        - {owner: acme, name: shared, visibility: internal, collaborators: [{login: carol, permission: pull}]}
        - {owner: acme, name: open, visibility: public}
        - {owner: sister, name: secret, visibility: private}
        - {owner: sister, name: shared, visibility: internal, fork: true}
        - {owner: mike, name: own, visibility: private, collaborators: [{login: stan, permission: admin}]}
        - {owner: mike, name: open}
      apps:
        - slug: some
          owner: olivia
          permissions: {metadata: read}
          installations:
            - {id: 1, account: acme, repositories: [fork, open]}
            - {id: 2, account: sister, repository_selection: all}
      tokens:
        - {token: ghs_a, kind: installation, installation: 1}
        - {token: ghs_b, kind: installation, installation: 2}
        - {token: ghs_c, kind: installation, installation: 2, repositories: [shared]}
        - {token: ghp_a, user: olivia, kind: classic, scopes: [repo]}
        - {token: ghp_b, user: olivia, kind: classic, scopes: [public_repo]}
        - {token: ghp_c, user: mike, kind: classic, scopes: [repo]}
        - {token: ghp_d, user: tess, kind: classic, scopes: [repo]}
        - {token: ghp_e, user: carol, kind: classic, scopes: [repo]}
        - {token: ghp_f, user: erin, kind: classic, scopes: [repo]}
        - {token: ghp_g, user: stan, kind: classic, scopes: [repo]}
        - {token: github_pat_a, user: mike, kind: fine_grained, resource_owner: acme}
        - {token: github_pat_b, user: olivia, kind: fine_grained, resource_owner: acme, repositories: [hidden, shared]}
        - {token: github_pat_c, user: mike, kind: fine_grained, resource_owner: mike}
        - {token: ghu_a, user: mike, kind: user_to_server, app: some}
        - {token: ghu_b, user: olivia, kind: user_to_server, app: some, target: sister, permissions: {metadata: read}}
      """, "application/yaml", Instant.parse("2026-01-01T00:00:00Z"));

    @Test
    @DisplayName("Whoever asks, the repositories of an owner that are listed are those that the caller may read")
    void listsWhatIsReadable() {
        List<Caller> callers = new ArrayList<>(List.of(Caller.ANONYMOUS, Caller.ofApp(1)));
        WORLD.tokens().all().stream()
                .sorted((one, other) -> Long.compare(one.id(), other.id()))
                .map(Caller::of)
                .forEach(callers::add);
        for (Caller caller : callers) {
            for (Account owner : WORLD.accounts().all()) {
                List<Long> expected = WORLD.repositories().of(owner.id()).ids().elements().stream()
                        .map(id -> WORLD.repositories().repository(id).orElseThrow())
                        .filter(repository -> RepositoryLookup.isReadable(WORLD, caller, repository))
                        .map(Repository::id)
                        .toList();
                List<Long> listed = new RepositoryListing(group -> true, RepositoryOrder.CREATED)
                        .of(WORLD, List.of(RepositoryReach.readable(WORLD, caller, owner.id()))).slice(0, 99).stream()
                                .map(RepositoryEntry::id)
                                .toList();
                assertEquals(expected, listed, () -> caller.token().map(Token::id) + " of " + owner.login());
            }
        }
    }
}
