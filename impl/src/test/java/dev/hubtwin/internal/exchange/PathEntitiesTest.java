package dev.hubtwin.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.auth.Caller;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.world.World;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a path names")
class PathEntitiesTest {

    private static final World WORLD = SeedCodec.read("""
            users: [{login: mike, id: 3}]
            organizations: [{login: acme, id: 9, hooks: [{id: 7, config: {url: "https://example.com"}}]}]
            repositories: [{owner: acme, name: widgets, id: 5, former_names: [gadgets]}]
            """, "application/yaml", Instant.parse("2026-01-01T00:00:00Z"));

    @Test
    @DisplayName("values are decoded, and logins found in any case")
    void decodes() {
        PathEntities named = PathEntities.ofRaw(WORLD, Caller.ANONYMOUS, Map.of("org", "ACM%45", "username", "mi%6Be"));
        assertEquals("acme", named.organization().login());
        assertEquals("ACME", named.organizationName());
        assertEquals(3, named.user().orElseThrow().id());
    }

    @Test
    @DisplayName("an organization and a user are named by id as well")
    void byId() {
        assertEquals(
                "acme",
                PathEntities.of(WORLD, Map.of("organization_id", "9"))
                        .organization()
                        .login());
        assertEquals(
                "mike",
                PathEntities.of(WORLD, Map.of("user_id", "3"))
                        .user()
                        .orElseThrow()
                        .login());
        assertTrue(PathEntities.of(WORLD, Map.of("user_id", "9")).user().isEmpty(), "an organization is not a user");
    }

    @Test
    @DisplayName("an organization that is named and does not exist is a 404")
    void missingOrganization() {
        PathEntities named = PathEntities.of(WORLD, Map.of("org", "nobody"));
        assertTrue(named.namesOrganization());
        assertEquals(404, assertThrows(ApiException.class, named::organization).status());
    }

    @Test
    @DisplayName("a repository is found by a former name, which tells that it moved")
    void repositories() {
        PathEntities former = PathEntities.of(WORLD, Map.of("owner", "acme", "repo", "gadgets"));
        assertEquals(5, former.repository().orElseThrow().id());
        assertTrue(former.isRepositoryMoved());
        PathEntities current = PathEntities.of(WORLD, Map.of("owner", "acme", "repo", "Widgets"));
        assertEquals(former.repository(), current.repository());
        assertFalse(current.isRepositoryMoved());
    }

    @Test
    @DisplayName("nothing is looked up again in the same state of the world, and everything in another")
    void states() {
        PathEntities named = PathEntities.of(WORLD, Map.of("org", "acme", "hook_id", "7"));
        assertSame(named, named.in(WORLD));
        assertTrue(named.hook().isPresent());
        PathEntities later = named.in(WORLD.with(WORLD.hooks().without(7)));
        assertNotSame(named, later);
        assertEquals(Optional.empty(), later.hook());
    }
}
