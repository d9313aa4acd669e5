package dev.hubtwin.internal.organizations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.hubtwin.internal.api.model.DefaultRepositoryPermission;
import dev.hubtwin.internal.api.model.OrganizationUpdate;
import dev.hubtwin.internal.api.model.RepositoryCreationType;
import dev.hubtwin.internal.exchange.PathEntities;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.rest.Dialect;
import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.MemberPrivileges.RepositoryCreation;
import dev.hubtwin.internal.world.account.Organization;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The rules of PATCH /orgs/{org}")
class OrganizationRulesTest {

    private static final Instant LATER = Instant.parse("2026-02-01T00:00:00Z");
    private static final String NOT_ALLOWED =
            "Private-only repository creation policy is not allowed for this organization.";
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
                OrganizationRules.update(PathEntities.of(WORLD, Map.of("org", "ACME")), same, Dialect.GITHUB_COM, LATER)
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
        assertEquals(NOT_ALLOWED, refusal("acme", chosen).sentence().orElseThrow());
        RepositoryCreation set = update("initech", chosen).policy().repositoryCreation();
        assertEquals(new RepositoryCreation(true, false, true, set.internalOnes()), set);
    }

    @ParameterizedTest
    @CsvSource({
        "true, false, true, false",
        "true, true, false, true",
        "true, false, false, true",
        "false, false, true, true",
        "true, true, true, true",
        ", false, , false",
        ", true, , true",
        ", false, false, true"
    })
    @DisplayName("flags that come to private repositories alone are refused as the single setting is (R51)")
    void flagsNeedAnEnterprise(Boolean any, Boolean publicOnes, Boolean privateOnes, boolean taken) {
        OrganizationUpdate.Builder flags = OrganizationUpdate.builder()
                .membersCanCreateRepositories(any)
                .membersCanCreatePublicRepositories(publicOnes)
                .membersCanCreatePrivateRepositories(privateOnes);
        update("initech", flags);
        update("globex", flags);
        if (taken) {
            update("acme", flags);
        } else {
            assertEquals(NOT_ALLOWED, refusal("acme", flags).sentence().orElseThrow());
        }
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
    @DisplayName(
            "another value of what the enterprise enforces is a 422, or a 409 of the enterprise server, before the "
                    + "plan is asked; the same value is none (R53)")
    void enforced() {
        OrganizationUpdate.Builder enforced =
                OrganizationUpdate.builder().defaultRepositoryPermission(DefaultRepositoryPermission.WRITE);
        assertEquals(422, refusal("globex", enforced).status());
        assertEquals(409, refusal("globex", enforced, Dialect.ENTERPRISE).status());
        update("globex", enforced.defaultRepositoryPermission(DefaultRepositoryPermission.READ));
    }

    private static Organization update(String login, OrganizationUpdate.Builder body) {
        Change<Organization> change = OrganizationRules.update(
                PathEntities.of(WORLD, Map.of("org", login)), body.build(), Dialect.GITHUB_COM, LATER);
        assertEquals(
                change.result(), change.world().accounts().organization(login).orElseThrow());
        return change.result();
    }

    private static ApiException refusal(String login, OrganizationUpdate.Builder body) {
        return refusal(login, body, Dialect.GITHUB_COM);
    }

    private static ApiException refusal(String login, OrganizationUpdate.Builder body, Dialect dialect) {
        return assertThrows(
                ApiException.class,
                () -> OrganizationRules.update(
                        PathEntities.of(WORLD, Map.of("org", login)), body.build(), dialect, LATER));
    }
}
