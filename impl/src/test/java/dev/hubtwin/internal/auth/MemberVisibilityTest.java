package dev.hubtwin.internal.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.internal.openapi.ApiDescription;
import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.world.World;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("How a caller stands to the people of an organization")
class MemberVisibilityTest {

    private static final World WORLD = SeedCodec.read("""
      users: [{login: olivia, id: 1}, {login: mike, id: 2}, {login: ivan, id: 3}]
      organizations:
        - {login: acme, id: 9, members: [{login: olivia, role: admin}, {login: mike}, {login: ivan, state: pending}]}
      apps:
        - {slug: twin, owner: acme, permissions: {members: read}, installations: [{id: 5, account: acme, permissions: {members: read}}]}
      tokens:
        - {token: owner, user: olivia, scopes: ["admin:org"]}
        - {token: member, user: mike, scopes: ["read:org"]}
        - {token: silent, user: mike, scopes: [gist]}
        - {token: invited, user: ivan, scopes: ["read:org"]}
        - {token: fine, kind: fine_grained, user: mike, resource_owner: acme, permissions: {members: read}}
        - {token: app, kind: installation, installation: 5}
      """, "application/yaml", Instant.parse("2026-01-01T00:00:00Z"));
    private static final AccessPolicy LIST =
            ApiDescription.github().operation("orgs/list-members").orElseThrow().access();

    @ParameterizedTest(name = "{0}: member {1}, owner {2} (R62, R64)")
    @CsvSource({
        "owner, true, true",
        "member, true, false",
        "silent, false, false",
        "invited, false, false",
        "fine, true, false",
        "app, true, false",
        "none, false, false",
    })
    void stands(String token, boolean member, boolean owner) {
        Caller caller = WORLD.tokens().find(token).map(Caller::of).orElse(Caller.ANONYMOUS);
        assertEquals(
                new MemberVisibility(WORLD.memberships().roster(9), member, owner),
                MemberVisibility.of(WORLD, caller, 9, LIST));
    }
}
