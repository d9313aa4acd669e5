package dev.hubtwin.internal.organizations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.hubtwin.internal.api.model.OrganizationUpdate;
import dev.hubtwin.internal.api.model.RepositoryCreationType;
import dev.hubtwin.internal.exchange.PathEntities;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.MemberPrivileges.RepositoryCreation;
import dev.hubtwin.internal.world.account.Organization;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The rules of PATCH /orgs/{org}")
class OrganizationRulesTest {

    private static final Instant LATER = Instant.parse("2026-02-01T00:00:00Z");
    private static final World WORLD = SeedCodec.read("""
      organizations:
        - {login: acme, description: Anvils, blog: "https://acme.example"}
        - {login: globex, enterprise: {slug: globex-corp, enforced: [default_repository_permission]}}
        - {login: initech, plan: {name: enterprise}}
      """, "application/yaml", Instant.parse("2026-01-01T00:00:00Z"));

    @Test
    @DisplayName("an absent member stays, null clears a text, and only then is the organization updated (R52)")
    void absentAndNull() {
        Organization changed = update("acme", OrganizationUpdate.builder().blog(null));
        assertEquals("Anvils", changed.profile().description());
        assertEquals(null, changed.profile().blog());
        assertEquals(LATER, changed.updatedAt());
    }

    @Test
    @DisplayName("a body that changes nothing gives the very same world (R52)")
    void nothingChanged() {
        OrganizationUpdate same =
                OrganizationUpdate.builder().description("Anvils").build();
        assertSame(
                WORLD,
                OrganizationRules.update(PathEntities.of(WORLD, Map.of("org", "ACME")), same, LATER)
                        .world());
    }

    @Test
    @DisplayName("members_allowed_repository_creation_type wins over members_can_create_repositories (R49)")
    void olderSettingWins() {
        OrganizationUpdate.Builder both = OrganizationUpdate.builder()
                .membersCanCreateRepositories(true)
                .membersAllowedRepositoryCreationType(RepositoryCreationType.NONE);
        assertEquals(
                new RepositoryCreation(false, false, false, false),
                update("acme", both).policy().repositoryCreation());
    }

    @Test
    @DisplayName("private needs an enterprise or its plan: 422 (R51)")
    void privateNeedsAnEnterprise() {
        OrganizationUpdate.Builder chosen =
                OrganizationUpdate.builder().membersAllowedRepositoryCreationType(RepositoryCreationType.PRIVATE);
        assertEquals(422, refusal("acme", chosen).status());
        RepositoryCreation set = update("initech", chosen).policy().repositoryCreation();
        assertEquals(new RepositoryCreation(true, false, true, set.internalOnes()), set);
    }

    @Test
    @DisplayName("internal repositories need an enterprise: 422 (R44)")
    void internalNeedsAnEnterprise() {
        OrganizationUpdate.Builder internal = OrganizationUpdate.builder().membersCanCreateInternalRepositories(true);
        assertEquals(422, refusal("acme", internal).status());
        assertEquals(
                true, update("globex", internal).policy().repositoryCreation().internalOnes());
    }

    @Test
    @DisplayName("a field that the enterprise enforces is a 409, before any 422 (R53)")
    void enforced() {
        OrganizationUpdate.Builder enforced = OrganizationUpdate.builder()
                .defaultRepositoryPermission(dev.hubtwin.internal.api.model.DefaultRepositoryPermission.WRITE);
        assertEquals(409, refusal("globex", enforced).status());
    }

    private static Organization update(String login, OrganizationUpdate.Builder body) {
        Change<Organization> change =
                OrganizationRules.update(PathEntities.of(WORLD, Map.of("org", login)), body.build(), LATER);
        assertEquals(
                change.result(), change.world().accounts().organization(login).orElseThrow());
        return change.result();
    }

    private static ApiException refusal(String login, OrganizationUpdate.Builder body) {
        return assertThrows(
                ApiException.class,
                () -> OrganizationRules.update(PathEntities.of(WORLD, Map.of("org", login)), body.build(), LATER));
    }
}
