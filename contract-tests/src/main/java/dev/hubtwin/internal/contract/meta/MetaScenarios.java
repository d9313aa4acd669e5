package dev.hubtwin.internal.contract.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.client.model.FullRepository;
import dev.hubtwin.client.model.InstallationRepository;
import dev.hubtwin.client.model.PrivateUser;
import dev.hubtwin.client.model.PublicUser;
import dev.hubtwin.client.model.RateLimitOverview;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What real clients call besides the documented operations. */
@FixtureScenarios
abstract class MetaScenarios {

    private static final List<String> OWN = List.of(
            "private_gists",
            "total_private_repos",
            "owned_private_repos",
            "disk_usage",
            "collaborators",
            "two_factor_authentication",
            "plan");

    private final Fixture fixture;

    MetaScenarios(Fixture fixture) {
        this.fixture = fixture;
    }

    @Test
    @DisplayName("GET / gives the addresses of the API, at the root that was asked (conventions, 9)")
    void givesTheAddresses() {
        assertEquals(
                fixture.target().root() + "/user",
                fixture.meta(FixtureIdentity.ANONYMOUS).root().getCurrentUserUrl());
        assertEquals(
                fixture.target().root() + "/orgs/{org}",
                fixture.as(FixtureIdentity.MEMBER).get("/").is(200).member("organization_url"));
        fixture.as(FixtureIdentity.ANONYMOUS).get("").is(200);
    }

    @Test
    @DisplayName("GET /meta tells the version of an enterprise server, and github.com's parts otherwise (decisions)")
    void tellsTheServer() {
        String version = fixture.meta(FixtureIdentity.ANONYMOUS).get().getInstalledVersion();
        assertEquals(fixture.target().enterprise() ? "2.22.0" : null, version);
        assertEquals(
                !fixture.target().enterprise(),
                fixture.as(FixtureIdentity.ANONYMOUS).get("/meta").json().has("hooks"));
    }

    @Test
    @ResourceLock("the calls of rita")
    @DisplayName("GET /rate_limit costs nothing and agrees with the headers (conventions, 6; decisions)")
    void tellsTheLimits() {
        HttpAnswer spent = fixture.as(FixtureIdentity.COUNTED).get("/user");
        HttpAnswer answer =
                fixture.as(FixtureIdentity.COUNTED).get("/rate_limit").is(200);
        JsonNode core = answer.json().at("/resources/core");
        assertEquals(answer.json().path("rate"), core);
        for (String name : List.of("Limit", "Used", "Remaining", "Reset")) {
            assertEquals(
                    spent.header("X-RateLimit-" + name),
                    core.path(name.toLowerCase(Locale.ROOT)).asText(),
                    name);
            assertEquals(spent.header("X-RateLimit-" + name), answer.header("X-RateLimit-" + name), name);
        }
        assertEquals("core", answer.header("X-RateLimit-Resource"));
        RateLimitOverview again = fixture.meta(FixtureIdentity.COUNTED).getRateLimit();
        assertEquals(core.path("used").asLong(), again.getRate().getUsed());
        assertEquals(5000, core.path("limit").asInt());
        assertEquals(
                60,
                fixture.as(FixtureIdentity.ANONYMOUS)
                        .get("/rate_limit")
                        .json()
                        .at("/rate/limit")
                        .asInt());
    }

    @Test
    @DisplayName("GET /user gives the caller, with private numbers only to the scope read:user (recorded)")
    void givesTheCaller() {
        PrivateUser olivia = fixture.meta(FixtureIdentity.OWNER).getAuthenticated();
        assertEquals("olivia 101 User", olivia.getLogin() + " " + olivia.getId() + " " + olivia.getType());
        assertEquals(9L, olivia.getDiskUsage());
        assertEquals(1L, olivia.getOwnedPrivateRepos());
        assertTrue(fixture.as(FixtureIdentity.OWNER).get("/user").members().containsAll(OWN));
        for (FixtureIdentity other : List.of(
                FixtureIdentity.OWNER_WITHOUT_SCOPES,
                FixtureIdentity.OWNER_READ_ORG,
                FixtureIdentity.OWNER_OAUTH,
                FixtureIdentity.OWNER_READS_ACME,
                FixtureIdentity.OWNER_THROUGH_APP)) {
            JsonNode user = fixture.as(other).get("/user").is(200).json();
            assertEquals("olivia", user.path("login").asText());
            OWN.forEach(name -> assertFalse(user.has(name), name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"olivia", "OLIVIA"})
    @DisplayName("GET /users/{username} gives the public profile in any case of the login, for every caller "
            + "(conventions, 9)")
    void givesAProfile(String login) {
        PublicUser olivia = fixture.meta(FixtureIdentity.ANONYMOUS).getByUsername(login);
        assertEquals(
                "Olivia Owner, Acme, https://olivia.example, Oslo, olivia@example.com, Owns things, olivia",
                String.join(
                        ", ",
                        olivia.getName(),
                        olivia.getCompany(),
                        olivia.getBlog(),
                        olivia.getLocation(),
                        olivia.getEmail(),
                        olivia.getBio(),
                        olivia.getTwitterUsername()));
        assertEquals(
                List.of(7L, 3L, 2L, 0L),
                List.of(
                        olivia.getFollowers(),
                        olivia.getFollowing(),
                        olivia.getPublicGists(),
                        olivia.getPublicRepos()));
        assertEquals(
                fixture.as(FixtureIdentity.ANONYMOUS).get("/users/olivia").json(),
                fixture.as(FixtureIdentity.MEMBER).get("/users/olivia").json());
    }

    @Test
    @DisplayName("GET /users/{username} gives organizations too, and knows neither former nor unknown logins "
            + "(decisions)")
    void givesOrganizationsToo() {
        JsonNode acme =
                fixture.as(FixtureIdentity.ANONYMOUS).get("/users/acme").is(200).json();
        assertEquals(
                "Organization 9001",
                acme.path("type").asText() + " " + acme.path("id").asLong());
        fixture.as(FixtureIdentity.OWNER).get("/users/liv").is(404);
        fixture.as(FixtureIdentity.OWNER).get("/users/nobody").is(404);
    }

    @Test
    @DisplayName("GET /organizations/{organization_id} is GET /orgs/{org} by another name (conventions, 9)")
    void findsOrganizationsById() {
        assertEquals(
                "acme",
                fixture.organizations(FixtureIdentity.ANONYMOUS).getById(9001).getLogin());
        for (FixtureIdentity who : List.of(
                FixtureIdentity.ANONYMOUS,
                FixtureIdentity.MEMBER,
                FixtureIdentity.OWNER,
                FixtureIdentity.INSTALLATION_WITH_PLAN)) {
            assertEquals(
                    fixture.as(who).get("/orgs/acme").json(),
                    fixture.as(who).get("/organizations/9001").is(200).json());
        }
        for (String id : List.of("101", "1", "0", "-1", "999999999999999999")) {
            fixture.as(FixtureIdentity.OWNER).get("/organizations/" + id).is(404);
        }
    }

    @Test
    @DisplayName("GET /repos/{owner}/{repo} gives a public repository to everybody, in any case of its names (R158)")
    void givesPublicRepositories() {
        FullRepository widgets = fixture.meta(FixtureIdentity.ANONYMOUS).getRepository("Acme", "WIDGETS");
        assertEquals(
                "acme/widgets 501 acme Java main",
                String.join(
                        " ",
                        widgets.getFullName(),
                        widgets.getId().toString(),
                        widgets.getOwner().getLogin(),
                        widgets.getLanguage(),
                        widgets.getDefaultBranch()));
        assertEquals(List.of("java", "tool"), widgets.getTopics());
        assertEquals(
                List.of(3L, 3L, 2L, 2L, 1L, 1L),
                List.of(
                        widgets.getStargazersCount(),
                        widgets.getWatchers(),
                        widgets.getForksCount(),
                        widgets.getForks(),
                        widgets.getOpenIssuesCount(),
                        widgets.getOpenIssues()));
    }

    @ParameterizedTest
    @CsvSource({
        "ANONYMOUS, 404",
        "OUTSIDER, 404",
        "INVITED, 404",
        "OWNER_WITHOUT_SCOPES, 404",
        "INSTALLATION_ELSEWHERE, 404",
        "OWNER_WRITES_TINKER, 404",
        "OWNER, 200",
        "OWNER_REPO, 200",
        "MEMBER, 200",
        "COLLABORATOR, 200",
        "OWNER_READS_ACME, 200",
        "OWNER_THROUGH_APP, 200",
        "INSTALLATION_WITH_PLAN, 200"
    })
    @DisplayName("GET /repos/{owner}/{repo} and /repositories/{repository_id} find a private repository only for those "
            + "who may read it (conventions, 2; decisions)")
    void hidesPrivateRepositories(FixtureIdentity who, int status) {
        HttpAnswer byName = fixture.as(who).get("/repos/acme/vault").is(status);
        HttpAnswer byId = fixture.as(who).get("/repositories/503").is(status);
        if (status == 200) {
            assertEquals(
                    "private true",
                    byName.member("visibility") + " "
                            + byName.json().path("private").asBoolean());
            assertEquals(byName.json(), byId.json());
        } else {
            assertEquals("Not Found", byName.message());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OWNER, vault, true true true",
        "MEMBER, vault, false true true",
        "COLLABORATOR, vault, false true true",
        "COLLABORATOR, bunker, false false true",
        "OUTSIDER, widgets, false false true"
    })
    @DisplayName("GET /repos/{owner}/{repo} shows the caller's permissions, the organization's default among them "
            + "(decisions)")
    void showsPermissions(FixtureIdentity who, String name, String expected) {
        JsonNode permissions =
                fixture.as(who).get("/repos/acme/" + name).is(200).json().path("permissions");
        assertEquals(
                expected, permissions.path("admin") + " " + permissions.path("push") + " " + permissions.path("pull"));
    }

    @Test
    @DisplayName("GET /repos/{owner}/{repo} shows an internal repository to the members of any organization of its "
            + "enterprise (decisions)")
    void opensInternalRepositories() {
        assertEquals(
                "internal",
                fixture.as(FixtureIdentity.MEMBER)
                        .get("/repos/umbrella/hive")
                        .is(200)
                        .member("visibility"));
        fixture.as(FixtureIdentity.OUTSIDER).get("/repos/umbrella/hive").is(404);
        fixture.as(FixtureIdentity.ANONYMOUS).get("/repos/umbrella/hive").is(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/repos/acme/gadgets", "/repos/Acme/Gadgets", "/repos/oldacme/widgets"})
    @DisplayName("GET /repos/{owner}/{repo} by a former name is 301, and leads to GET /repositories/{repository_id} "
            + "(R156)")
    void leadsOn(String former) {
        HttpAnswer answer = fixture.as(FixtureIdentity.ANONYMOUS).get(former).is(301);
        assertEquals(fixture.target().root() + "/repositories/501", answer.header("Location"));
        assertEquals(answer.header("Location"), answer.member("url"));
        assertEquals("Moved Permanently", answer.message());
        assertEquals(
                "acme/widgets",
                fixture.as(FixtureIdentity.ANONYMOUS)
                        .get(answer.header("Location"))
                        .is(200)
                        .member("full_name"));
    }

    @Test
    @DisplayName("GET /repositories/{repository_id} is GET /repos/{owner}/{repo} by another name (conventions, 9)")
    void findsRepositoriesById() {
        assertEquals(
                "widgets",
                fixture.meta(FixtureIdentity.ANONYMOUS).getRepositoryById(501).getName());
        fixture.as(FixtureIdentity.OWNER).get("/repositories/499").is(404);
        fixture.as(FixtureIdentity.OWNER).get("/repos/acme/nothing").is(404);
        fixture.as(FixtureIdentity.OWNER).get("/repos/nobody/widgets").is(404);
    }

    @Test
    @DisplayName("GET /installation/repositories gives what the installation's token reaches, in pages (R137; "
            + "conventions, 4)")
    void listsTheInstallationsRepositories() {
        JsonNode all = fixture.as(FixtureIdentity.INSTALLATION_WITHOUT_PLAN)
                .get("/installation/repositories")
                .json();
        assertEquals(
                "4 all",
                all.path("total_count").asText() + " "
                        + all.path("repository_selection").asText());
        assertEquals(
                List.of("widgets", "gizmos", "vault", "bunker"),
                fixture.installations(FixtureIdentity.INSTALLATION_WITHOUT_PLAN).listRepositories().stream()
                        .map(InstallationRepository::getName)
                        .toList());
        JsonNode selected = fixture.as(FixtureIdentity.INSTALLATION_ELSEWHERE)
                .get("/installation/repositories")
                .is(200)
                .json();
        assertEquals(
                "1 selected lab",
                String.join(
                        " ",
                        selected.path("total_count").asText(),
                        selected.path("repository_selection").asText(),
                        selected.at("/repositories/0/name").asText()));
        HttpAnswer first = fixture.as(FixtureIdentity.INSTALLATION_WITHOUT_PLAN)
                .get("/installation/repositories?per_page=3")
                .is(200);
        assertEquals(4, first.json().path("total_count").asInt(), "the whole count, not the page's");
        assertEquals(3, first.json().path("repositories").size());
        assertNotNull(first.links().get("next"));
        assertEquals(
                "bunker",
                fixture.as(FixtureIdentity.INSTALLATION_WITHOUT_PLAN)
                        .get(first.links().get("next"))
                        .json()
                        .at("/repositories/0/name")
                        .asText());
    }

    @ParameterizedTest
    @EnumSource(names = {"OWNER", "ANONYMOUS", "OWNER_THROUGH_APP", "INSTALLATION_WITH_PLAN"})
    @DisplayName(
            "GET /orgs/{org} has a request id of five groups in every answer, and no two the same (conventions, 7)")
    void numbersAnswers(FixtureIdentity who) {
        String first = fixture.as(who).get("/orgs/acme").header("X-GitHub-Request-Id");
        assertTrue(first.matches("[0-9A-F]{4}:[0-9A-F]{4}:[0-9A-F]{6}:[0-9A-F]{6}:[0-9A-F]{8}"), first);
        assertNotEquals(first, fixture.as(who).get("/orgs/acme").header("X-GitHub-Request-Id"));
        assertNull(fixture.as(who).get("/orgs/acme").header("Server"));
    }

    @Test
    @DisplayName("GET /versions lists the versions of the API, the newest first (reported)")
    void listsVersions() {
        assertEquals(
                "[\"2026-03-10\",\"2022-11-28\"]",
                fixture.as(FixtureIdentity.ANONYMOUS).get("/versions").is(200).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-10", "2022-11-28"})
    @DisplayName("GET /rate_limit is answered in the version that is asked for; only the older one has rate (reported)")
    void speaksTheVersion(String version) {
        boolean enterprise = fixture.target().enterprise(); // which has no versions
        boolean older = enterprise || version.equals("2022-11-28");
        HttpAnswer answer = fixture.as(FixtureIdentity.OWNER)
                .with("X-GitHub-Api-Version", version)
                .get("/rate_limit")
                .is(200);
        assertEquals(enterprise ? null : version, answer.header("X-GitHub-Api-Version-Selected"));
        assertEquals(older, answer.json().has("rate"));
        for (int i = 0; i < 2; i++) { // made, then kept
            HttpAnswer repository = fixture.as(FixtureIdentity.OWNER)
                    .with("X-GitHub-Api-Version", version)
                    .get("/repos/acme/widgets")
                    .is(200);
            assertEquals(older, repository.json().has("has_downloads"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/vnd.github+json | github.v3; format=json",
                "application/vnd.github.v3+json | github.v3; format=json",
                "'' | github.v3; format=json",
                "application/vnd.github.surtur-preview+json | github.v3; param=surtur-preview; format=json",
                "text/html | unknown, github.v3",
                "*/* | github.v3; format=json",
                "application/xml;q=0.9, image/* | unknown, github.v3"
            })
    @DisplayName("GET /orgs/{org} answers any Accept in JSON, and names what was understood of it (conventions, 8)")
    void toleratesAnyAccept(String accept, String understood) {
        assertEquals(
                understood,
                fixture.as(FixtureIdentity.OWNER)
                        .with("Accept", accept)
                        .get("/orgs/acme")
                        .is(200)
                        .header("X-GitHub-Media-Type"));
    }
}
