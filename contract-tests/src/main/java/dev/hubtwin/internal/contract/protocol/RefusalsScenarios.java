package dev.hubtwin.internal.contract.protocol;

import static dev.hubtwin.internal.contract.scenario.Fixture.SURTUR;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import dev.hubtwin.internal.contract.scenario.OrganizationSettings;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a server refuses: which status, in which order, in whose words (conventions, sections 1 and 8; decisions). */
@FixtureScenarios
public abstract class RefusalsScenarios {

    private final Fixture fixture;

    protected RefusalsScenarios(Fixture fixture) {
        this.fixture = fixture;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"name\": }",
                "{\"name\": \"a\",}",
                "{'name': 'a'}",
                "name=a",
                "nul",
                "{} {}",
                "{}]",
                " ",
                "\uFEFF",
                "{\"name\": NaN}"
            })
    @DisplayName("PATCH /orgs/{org} with a body that is not JSON is 400 \"Problems parsing JSON\" (conventions, 1)")
    void refusesWhatIsNoJson(String body) {
        refused("Problems parsing JSON", body, 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{\"name\": \"a\"}]", "\"name\"", "17", "-1.5e3", "true"})
    @DisplayName("PATCH /orgs/{org} with JSON that is not an object is 400 \"Body should be a JSON object\" "
            + "(conventions, 1)")
    void refusesWhatIsNoObject(String body) {
        refused("Body should be a JSON object", body, 400);
    }

    @ParameterizedTest
    @MethodSource("mistyped")
    @DisplayName("PATCH /orgs/{org} with a member of another type is 422, in GitHub's sentence, and changes nothing "
            + "(R54)")
    void refusesOtherTypes(String name, List<String> values) {
        JsonNode before = fixture.owned("tinker");
        for (String value : values) {
            String body = "{\"description\": \"half\", \"" + name + "\": " + value + "}";
            String message = fixture.as(FixtureIdentity.OWNER)
                    .with("Accept", SURTUR)
                    .patch("/orgs/tinker", body)
                    .is(422)
                    .message();
            assertTrue(message.startsWith("Invalid request.\n\nFor 'properties/" + name + "', "), message);
        }
        assertEquals(before, fixture.owned("tinker"));
    }

    static List<Arguments> mistyped() {
        List<Arguments> cases = new ArrayList<>();
        OrganizationSettings.TEXTS.forEach(name -> cases.add(Arguments.of(name, List.of("1", "true", "[]", "{}"))));
        List<String> switches = new ArrayList<>(OrganizationSettings.SWITCHES);
        switches.add("members_can_create_internal_repositories");
        switches.forEach(name -> cases.add(Arguments.of(name, List.of("1", "\"true\"", "[]", "{}"))));
        for (String name : List.of("default_repository_permission", "members_allowed_repository_creation_type")) {
            cases.add(Arguments.of(name, List.of("1", "true", "[]", "{}", "\"\"", "\"READ\"", "\"All\"")));
        }
        return cases;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"has_organization_projects\": [], \"has_organization_projects\": 1}",
                "{\"name\": \"a\", \"name\": {}}",
                "{\"name\": \"a\", \"name\": [\"a\"]}"
            })
    @DisplayName(
            "PATCH /orgs/{org} counts the last of a member that stands there twice, if it is wrong too (decisions)")
    void judgesTheLastOfTwo(String body) {
        JsonNode before = fixture.owned("tinker");
        fixture.as(FixtureIdentity.OWNER).patch("/orgs/tinker", body).is(422);
        assertEquals(before, fixture.owned("tinker"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"has_organization_projects\": [], \"has_organization_projects\": true}",
                "{\"name\": {}, \"name\": \"a\"}"
            })
    @DisplayName("PATCH /orgs/{org} passes over a wrong value that another follows: what is checked is what is taken "
            + "(decisions)")
    void takesTheLastOfTwo(String body) {
        fixture.restoreAfterwards();
        fixture.as(FixtureIdentity.OWNER).patch("/orgs/tinker", body).is(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/orgs",
                "/organisations",
                "/orgs/acme/unheard",
                "/orgs//acme",
                "//orgs/acme",
                "/Orgs/acme",
                "/api/v4/orgs/acme",
                "/user/orgs/acme/x",
                "/organizations/",
                "/orgs/acme/",
                "/user/orgs/",
                "/users/olivia/orgs/",
                "/user/",
                "/users/olivia/",
                "/repos/acme/widgets/",
                "/orgs/acme;v=1",
                "/orgs;v=1/acme",
                "/orgs/acme;",
                "/user;a=b/orgs",
                "/organizations;since=1",
                "/organizations/acme",
                "/repositories/widgets",
                "/orgs/",
                "/users/",
                "/users//orgs"
            })
    @DisplayName("Beside GET /orgs/{org} and /organizations, a path of no operation, with a slash at its end or a "
            + "matrix parameter is 404 (conventions, 9; decisions)")
    void findsNoOperation(String path) {
        HttpAnswer answer = fixture.as(FixtureIdentity.OWNER).get(path).is(404);
        assertEquals("Not Found", answer.message());
        assertEquals(general(), answer.member("documentation_url"));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /organizations",
        "PUT, /orgs/acme",
        "DELETE, /user/orgs",
        "PATCH, /organizations",
        "POST, /",
        "PUT, /user",
        "get, /orgs/acme",
        "Get, /orgs/acme",
        "PROPFIND, /orgs/acme",
        "BREW, /"
    })
    @DisplayName("Beside GET and PATCH /orgs/{org}, a method that the path does not have is 404; methods are "
            + "case-sensitive (conventions, 1 and 9)")
    void findsNoMethod(String method, String path) {
        fixture.as(FixtureIdentity.OWNER)
                .send(method, path, BodyPublishers.ofString("{}"))
                .is(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/organizations?per_page=2",
                "/orgs/acme",
                "/user/orgs",
                "/users/paula/orgs?per_page=2",
                "/meta",
                "/rate_limit",
                "/user",
                "/users/mike",
                "/repos/acme/widgets",
                "/repos/acme/gadgets",
                "/repositories/501",
                "/organizations/9001",
                "/orgs/nobody"
            })
    @DisplayName("HEAD is answered as GET /orgs/{org}, /user/orgs and /repos/{owner}/{repo}, without the body "
            + "(conventions, 9)")
    void answersHead(String path) {
        HttpAnswer get = fixture.as(FixtureIdentity.OWNER).get(path);
        HttpAnswer head = fixture.as(FixtureIdentity.OWNER).head(path).is(get.status());
        assertArrayEquals(new byte[0], head.body());
        for (String name : List.of(
                "Content-Type", "Content-Length", "ETag", "Last-Modified", "Link", "Location", "Cache-Control")) {
            assertEquals(get.header(name), head.header(name), name);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UNKNOWN              | /orgs/nowhere/else | {     | 404 | the route before the credential",
                "UNKNOWN              | /orgs/tinker       | {     | 401 | the credential before the body",
                "ANONYMOUS            | /orgs/tinker       | {     | 401 | the kind of the credential before the body",
                "OWNER_READS_TINKER   | /orgs/nobody       | {     | 403 | the permission before existence",
                "OWNER_WITHOUT_SCOPES | /orgs/tinker       | {     | 404 | the scope before the body",
                "MEMBER               | /orgs/nobody       | {     | 404 | existence before the role",
                "MEMBER               | /orgs/tinker       | {     | 403 | the role before the body",
                "MEMBER               | /orgs/umbrella     | {\"billing_email\": null} | 403 | the role before the state",
                "OWNER                | /orgs/umbrella     | {\"billing_email\": | 400 | the syntax before the rest",
                "OWNER                | /orgs/umbrella     | {\"billing_email\": 1} | 422 | the value before the state"
            })
    @DisplayName("PATCH /orgs/{org} with several reasons to refuse tells the first in order (decisions)")
    void refusesInOrder(FixtureIdentity who, String path, String body, int status, String reason) {
        fixture.as(who).patch(path, body).is(status);
    }

    @Test
    @DisplayName("GET /orgs/{org} that is refused names the documentation of its operation, in the dialect of the root "
            + "(conventions, 1)")
    void namesTheDocumentation() {
        String url =
                fixture.as(FixtureIdentity.OWNER).get("/orgs/nobody").is(404).member("documentation_url");
        assertTrue(url.startsWith(general() + "/") && url.endsWith("orgs#get-an-organization"), url);
    }

    private void refused(String message, String body, int status) {
        JsonNode before = fixture.owned("tinker");
        assertEquals(
                message,
                fixture.as(FixtureIdentity.OWNER)
                        .patch("/orgs/tinker", body)
                        .is(status)
                        .message());
        assertEquals(before, fixture.owned("tinker"));
    }

    private String general() {
        return "https://docs.github.com/" + (fixture.target().enterprise() ? "enterprise-server@2.22/rest" : "rest");
    }

    @ParameterizedTest(name = "{0} {2} is {3}")
    @CsvSource({
        "PATCH, OWNER, /orgs/nobody, 404",
        "PATCH, OWNER, /orgs/tinker, 400",
        "PATCH, WADE, /orgs/buoy/hooks/999, 404",
        "PATCH, WADE, /orgs/buoy/hooks/12, 404",
        "PATCH, WADE, /orgs/buoy/hooks/11, 400",
        "PATCH, GRETA, /orgs/beacon/campaigns/999, 404",
        "PATCH, GRETA, /orgs/beacon/campaigns/3, 404",
        "PATCH, GRETA, /orgs/beacon/campaigns/1, 400",
        "PATCH, GRETA, /orgs/beacon/campaigns/0, 400",
        "PUT, OWNER, /orgs/tinker/memberships/nobody, 404",
        "PUT, OWNER, /orgs/tinker/memberships/mike, 400",
    })
    @DisplayName(
            "PATCH /orgs/{org}, /orgs/{org}/hooks/{hook_id} and /orgs/{org}/campaigns/{campaign_number} of what is "
                    + "not there are 404 before a malformed body is 400 (decisions)")
    void existenceGoesBeforeTheBody(String method, FixtureIdentity who, String path, int status) {
        fixture.as(who).send(method, path, BodyPublishers.ofString("{")).is(status);
    }
}
