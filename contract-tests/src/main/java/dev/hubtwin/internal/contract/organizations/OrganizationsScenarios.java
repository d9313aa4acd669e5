package dev.hubtwin.internal.contract.organizations;

import static dev.hubtwin.internal.contract.scenario.Fixture.SURTUR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.client.GitHubException;
import dev.hubtwin.client.model.AllowedRepositoryCreation;
import dev.hubtwin.client.model.DefaultRepositoryPermission;
import dev.hubtwin.client.model.OrganizationFull;
import dev.hubtwin.client.model.OrganizationSimple;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import dev.hubtwin.internal.contract.scenario.OrganizationSettings;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees what of organizations (R34, R35, R37, R40 to R42, R46, R57 to R61). */
@FixtureScenarios
abstract class OrganizationsScenarios {

    private final Fixture fixture;

    OrganizationsScenarios(Fixture fixture) {
        this.fixture = fixture;
    }

    @Test
    @DisplayName("GET /organizations lists every organization in the order of creation (R34)")
    void listsInOrderOfCreation() {
        List<Long> ids = fixture.as(FixtureIdentity.ANONYMOUS).pages("/organizations?per_page=100").stream()
                .flatMap(page -> Stream.iterate(0, i -> i < page.json().size(), i -> i + 1)
                        .map(i -> page.json().get(i)))
                .map(organization -> organization.path("id").asLong())
                .toList();
        assertEquals(List.copyOf(new TreeSet<>(ids)), ids, "ascending, each once");
        assertTrue(ids.containsAll(List.of(9001L, 9002L, 9003L, 9004L, 9005L, 9101L, 9205L)), ids::toString);
    }

    @Test
    @DisplayName("GET /organizations with since gives only greater ids (R37)")
    void listsOnlyGreaterIds() {
        List<OrganizationSimple> list = fixture.organizations(FixtureIdentity.ANONYMOUS)
                .list()
                .since(9002)
                .perPage(2)
                .pages()
                .iterator()
                .next()
                .elements();
        assertEquals(
                List.of(9003L, 9004L),
                list.stream().map(OrganizationSimple::getId).toList());
        assertEquals("globex", list.get(0).getLogin());
    }

    @Test
    @DisplayName("GET /organizations ignores page (R35)")
    void ignoresPage() {
        TestClient anybody = fixture.as(FixtureIdentity.ANONYMOUS);
        assertEquals(
                anybody.get("/organizations?per_page=3").logins(),
                anybody.get("/organizations?per_page=3&page=2").logins());
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "ANONYMOUS",
                "OUTSIDER",
                "INVITED",
                "COLLABORATOR",
                "OWNER_WITHOUT_SCOPES",
                "OWNER_NOTHING_OF_ACME",
                "OWNER_WRITES_TINKER",
                "INSTALLATION_WITHOUT_PLAN",
                "INSTALLATION_ELSEWHERE"
            })
    @DisplayName("GET /orgs/{org} shows the public profile and nothing else to whom it does not concern (R40, R46)")
    void showsThePublicProfile(FixtureIdentity who) {
        HttpAnswer answer = fixture.as(who).get("/orgs/acme").is(200);
        assertEquals(new TreeSet<>(OrganizationSettings.PUBLIC), answer.members());
        assertFalse(answer.text().contains("bills@"), "the billing address");
    }

    @ParameterizedTest
    @EnumSource(names = {"OWNER", "OWNER_OAUTH", "OWNER_READS_ACME", "OWNER_THROUGH_APP"})
    @DisplayName("GET /orgs/{org} shows plan and settings to owners with admin:org or leave to administer (R40, R46)")
    void showsEverythingToAnOwner(FixtureIdentity who) {
        HttpAnswer answer =
                fixture.as(who).with("Accept", SURTUR).get("/orgs/acme").is(200);
        assertEquals(OrganizationSettings.seenByOwners(fixture.target()), answer.members());
        assertEquals("bills@acme.example", answer.member("billing_email"));
    }

    @Test
    @DisplayName("GET /orgs/{org} tells what the organization told, in the generated client's words (R40)")
    void tellsTheProfile() {
        OrganizationFull acme = fixture.organizations(FixtureIdentity.OWNER).get("acme");
        assertEquals(9001L, acme.getId());
        assertEquals(
                "Acme, Makes everything, Acme Holding, https://acme.example, Arizona, hello@acme.example, acme",
                Stream.of(
                                acme.getName(),
                                acme.getDescription(),
                                acme.getCompany(),
                                acme.getBlog(),
                                acme.getLocation(),
                                acme.getEmail(),
                                acme.getTwitterUsername())
                        .collect(Collectors.joining(", ")));
        assertEquals("Organization", acme.getType());
        assertEquals(DefaultRepositoryPermission.WRITE, acme.getDefaultRepositoryPermission());
        assertEquals(AllowedRepositoryCreation.ALL, acme.getMembersAllowedRepositoryCreationType());
        assertEquals(
                List.of(true, true, false, true, false),
                List.of(
                        acme.getIsVerified(),
                        acme.getHasOrganizationProjects(),
                        acme.getHasRepositoryProjects(),
                        acme.getMembersCanCreateRepositories(),
                        acme.getMembersCanCreatePages()));
        assertEquals(
                List.of(11L, 2L, 4L, 5L),
                List.of(acme.getFollowers(), acme.getFollowing(), acme.getPublicGists(), acme.getPrivateGists()));
    }

    @Test
    @DisplayName(
            "GET /orgs/{org} gives blank members as null, github.com without a profile none of it, and moments in UTC (R40; recorded)")
    void givesNullsAndMoments() {
        JsonNode tinker =
                fixture.as(FixtureIdentity.ANONYMOUS).get("/orgs/tinker").json();
        for (String blank : List.of("description", "archived_at")) {
            assertTrue(tinker.path(blank).isNull(), blank);
        }
        for (String blank : List.of("name", "company", "blog", "location", "email", "twitter_username")) {
            assertTrue(fixture.target().enterprise() ? tinker.path(blank).isNull() : !tinker.has(blank), blank);
        }
        JsonNode acme = fixture.as(FixtureIdentity.ANONYMOUS).get("/orgs/acme").json();
        assertEquals(
                "2020-02-03T04:05:06Z 2021-02-03T04:05:06Z 2022-02-03T04:05:06Z",
                Stream.of("created_at", "updated_at", "archived_at")
                        .map(name -> acme.path(name).asText())
                        .collect(Collectors.joining(" ")));
    }

    @Test
    @DisplayName("GET /orgs/{org} counts repositories, space, collaborators and seats (decisions)")
    void countsWhatIsDerived() {
        JsonNode acme = fixture.owned("acme");
        assertEquals(2, acme.path("public_repos").asInt());
        assertEquals(2, acme.path("total_private_repos").asInt());
        assertEquals(2, acme.path("owned_private_repos").asInt());
        assertEquals(4330, acme.path("disk_usage").asInt(), "the sum of the sizes");
        assertEquals(1, acme.path("collaborators").asInt(), "one person on two private repositories");
        assertEquals(
                "{\"name\":\"team\",\"space\":976562499,\"private_repos\":999999,\"filled_seats\":5,\"seats\":25}",
                acme.path("plan").toString(),
                "three members, an invited one and a collaborator take seats");
        assertEquals(2, fixture.owned("umbrella").path("total_private_repos").asInt(), "internal ones are private too");
    }

    @Test
    @DisplayName("GET /orgs/{org} shows two_factor_requirement_enabled to owners alone (R41)")
    void showsTheTwoFactorRequirement() {
        assertTrue(fixture.owned("acme").path("two_factor_requirement_enabled").booleanValue());
        assertFalse(
                fixture.owned("tinker").path("two_factor_requirement_enabled").booleanValue());
        assertFalse(fixture.as(FixtureIdentity.MEMBER)
                .get("/orgs/acme")
                .json()
                .hasNonNull("two_factor_requirement_enabled"));
    }

    @ParameterizedTest
    @EnumSource(names = {"INSTALLATION_WITH_PLAN", "OWNER_PLAN_OF_ACME"})
    @DisplayName("GET /orgs/{org} adds the plan alone for a token with organization_plan (R42)")
    void addsThePlan(FixtureIdentity who) {
        HttpAnswer answer = fixture.as(who).get("/orgs/acme").is(200);
        Set<String> expected = new TreeSet<>(OrganizationSettings.PUBLIC);
        expected.add("plan");
        assertEquals(expected, answer.members());
        assertEquals(5, answer.json().path("plan").path("filled_seats").asInt());
        assertNull(fixture.as(who).get("/orgs/tinker").json().get("plan"), "it reaches no other organization");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme", "ACME", "aCmE", "%61cme"})
    @DisplayName("GET /orgs/{org} finds a login in any case and answers it in its own (conventions, 9)")
    void findsAnyCase(String login) {
        assertEquals(
                "acme",
                fixture.as(FixtureIdentity.ANONYMOUS)
                        .get("/orgs/" + login)
                        .is(200)
                        .member("login"));
        assertEquals(
                "Umbrella",
                fixture.as(FixtureIdentity.ANONYMOUS)
                        .get("/orgs/umbrella")
                        .is(200)
                        .member("login"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "oldacme", "olivia", "9001", "acme%20", "%C3%A4cme"})
    @DisplayName("GET /orgs/{org} is 404 for a login that does not exist, was renamed, or is a user's (decisions)")
    void findsNoOther(String login) {
        assertEquals(
                "Not Found",
                fixture.as(FixtureIdentity.OWNER).get("/orgs/" + login).is(404).message());
    }

    @Test
    @DisplayName("GET /user/orgs lists the user's organizations, concealed ones too and no invitations (R57)")
    void listsTheCallersOrganizations() {
        assertEquals(
                List.of("acme", "globex", "initech", "tinker", "Umbrella"),
                sorted(fixture.organizations(FixtureIdentity.OWNER).listForAuthenticatedUser().stream()
                        .map(OrganizationSimple::getLogin)));
        assertEquals(
                105,
                fixture.as(FixtureIdentity.HIDER)
                        .allLogins("/user/orgs?per_page=100")
                        .size());
        assertEquals(
                List.of(),
                fixture.as(FixtureIdentity.INVITED).get("/user/orgs").is(200).logins());
        assertEquals(
                List.of(),
                fixture.as(FixtureIdentity.OUTSIDER).get("/user/orgs").is(200).logins());
    }

    @Test
    @DisplayName("GET /user/orgs leaves out what the token does not reach (R57)")
    void leavesOutWhatIsOutOfReach() {
        assertEquals(
                List.of("acme"),
                fixture.as(FixtureIdentity.OWNER_NOTHING_OF_ACME)
                        .get("/user/orgs")
                        .is(200)
                        .logins(),
                "the resource owner");
        assertEquals(
                List.of("acme", "tinker", "Umbrella"),
                sorted(fixture.as(FixtureIdentity.OWNER_THROUGH_APP).get("/user/orgs").is(200).logins().stream()),
                "where the app is installed");
    }

    @ParameterizedTest
    @EnumSource(names = {"OWNER_READ_ORG", "OWNER_USER", "OWNER_OAUTH"})
    @DisplayName("GET /user/orgs takes read:org or user, or a scope that contains one (R58)")
    void takesEitherScope(FixtureIdentity who) {
        assertEquals(5, fixture.as(who).get("/user/orgs").is(200).json().size());
    }

    @ParameterizedTest
    @EnumSource(names = {"OWNER_WITHOUT_SCOPES", "OWNER_REPO"})
    @DisplayName("GET /user/orgs without either scope is 403, and says which would do (R58)")
    void refusesOtherScopes(FixtureIdentity who) {
        HttpAnswer answer = fixture.as(who).get("/user/orgs").is(403);
        assertEquals("You need at least read:org scope or user scope to list your organizations.", answer.message());
        assertEquals("admin:org, read:org, repo, user, write:org", answer.header("X-Accepted-OAuth-Scopes"));
    }

    @Test
    @DisplayName("GET /user/orgs without a credential is 401 \"Requires authentication\" (R59)")
    void requiresAuthentication() {
        GitHubException refusal = assertThrows(
                GitHubException.class,
                () -> fixture.organizations(FixtureIdentity.ANONYMOUS)
                        .listForAuthenticatedUser()
                        .toList());
        assertEquals(401, refusal.status());
        assertEquals(
                "Requires authentication",
                fixture.as(FixtureIdentity.ANONYMOUS).get("/user/orgs").is(401).message());
        fixture.as(FixtureIdentity.INSTALLATION_WITH_PLAN).get("/user/orgs").is(403);
    }

    @ParameterizedTest
    @EnumSource(names = {"ANONYMOUS", "OWNER", "MEMBER", "INSTALLATION_WITH_PLAN", "HIDER"})
    @DisplayName("GET /users/{username}/orgs lists only public memberships, for every caller (R60)")
    void listsPublicMemberships(FixtureIdentity who) {
        assertEquals(
                List.of("acme"),
                fixture.organizations(who).listForUser("Olivia").stream()
                        .map(OrganizationSimple::getLogin)
                        .toList());
        assertEquals(List.of(), fixture.as(who).get("/users/hugh/orgs").is(200).logins());
        assertEquals(List.of(), fixture.as(who).get("/users/ivan/orgs").is(200).logins());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "liv"})
    @DisplayName("GET /users/{username}/orgs of an unknown user is 404 (R61)")
    void knowsNoSuchUser(String login) {
        assertEquals(
                "Not Found",
                fixture.as(FixtureIdentity.OWNER)
                        .get("/users/" + login + "/orgs")
                        .is(404)
                        .message());
    }

    @Test
    @DisplayName("GET /users/{username}/orgs of an organization, where its organizations_url leads, is empty (R61)")
    void belongsNowhere() {
        assertEquals(
                List.of(),
                fixture.as(FixtureIdentity.OWNER)
                        .get("/users/acme/orgs")
                        .is(200)
                        .logins());
    }

    private static List<String> sorted(Stream<String> logins) {
        return logins.sorted(String.CASE_INSENSITIVE_ORDER).toList();
    }
}
