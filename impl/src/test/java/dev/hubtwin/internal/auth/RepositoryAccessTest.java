package dev.hubtwin.internal.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.repository.RepositoryPermission;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a user may do in a repository")
class RepositoryAccessTest {

    private static final World WORLD = SeedCodec.read("""
      users: [{login: olivia}, {login: mike}, {login: tess}, {login: carol}, {login: erin}, {login: stan}]
      organizations:
        - login: acme
          enterprise: {slug: corp}
          default_repository_permission: none
          members: [{login: olivia, role: admin}, {login: mike, role: member}, {login: tess, role: member}]
          teams:
            - {slug: parents, name: Parents, repositories: [{name: hidden, permission: maintain}]}
            - {slug: children, name: Children, parent: parents, members: [tess], repositories: [{name: hidden, permission: pull}]}
        - login: sister
          enterprise: {slug: corp}
          members: [{login: erin, role: admin}]
      repositories:
        - {owner: acme, name: hidden, visibility: private, collaborators: [{login: carol, permission: push}]}
        - {owner: acme, name: shared, visibility: internal}
        - {owner: acme, name: open, visibility: public}
        - {owner: mike, name: own, visibility: private}
      """, "application/yaml", Instant.parse("2026-01-01T00:00:00Z"));

    @ParameterizedTest(name = "{0} in {1}/{2}: {3}")
    @CsvSource({
        "olivia, acme, hidden, ADMIN",
        "mike, acme, hidden, ",
        "tess, acme, hidden, MAINTAIN",
        "carol, acme, hidden, PUSH",
        "stan, acme, hidden, ",
        "mike, acme, shared, PULL",
        "erin, acme, shared, PULL",
        "stan, acme, shared, ",
        "stan, acme, open, PULL",
        "mike, mike, own, ADMIN",
        "olivia, mike, own, ",
    })
    void isTheMostThatAnythingGives(String user, String owner, String name, String access) {
        Optional<RepositoryPermission> expected =
                Optional.ofNullable(access).map(word -> RepositoryPermission.valueOf(word.toUpperCase(Locale.ROOT)));
        long id = WORLD.accounts().user(user).orElseThrow().id();
        assertEquals(
                expected,
                RepositoryAccess.of(WORLD, id, WORLD.repository(owner, name).orElseThrow()));
    }
}
