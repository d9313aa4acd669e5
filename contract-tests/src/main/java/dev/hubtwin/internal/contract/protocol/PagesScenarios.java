package dev.hubtwin.internal.contract.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How lists come in pages (R35, R36, R38; conventions, section 4). */
@FixtureScenarios
public abstract class PagesScenarios {

    private static final int GUILDS = 105;
    private static final List<String> NONSENSE = List.of(
            "", "0", "-1", "-99999999999999999999", "abc", "1.5", "1e3", "%F0%9F%9A%80", "null", "%", "%zz", "%00");

    private final Fixture fixture;

    protected PagesScenarios(Fixture fixture) {
        this.fixture = fixture;
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 30, 99, 100})
    @DisplayName("Following since of GET /organizations visits every organization once, whatever the size of a page "
            + "(R36)")
    void chainVisitsEachOnce(int size) {
        List<String> all = fixture.as(FixtureIdentity.ANONYMOUS).allLogins("/organizations?per_page=" + size);
        Set<String> distinct = new HashSet<>(all);
        assertEquals(distinct.size(), all.size(), "none twice");
        assertTrue(distinct.containsAll(
                List.of("acme", "Umbrella", "globex", "tinker", "initech", "guild-001", "guild-105")));
        assertEquals(
                GUILDS, all.stream().filter(login -> login.startsWith("guild-")).count());
    }

    @Test
    @DisplayName("GET /organizations links to next by since, then to first as a template, and never by page (R35)")
    void chainLinks() {
        HttpAnswer first = fixture.as(FixtureIdentity.ANONYMOUS).get("/organizations?per_page=2&page=5&x=%20y");
        assertEquals(List.of("next", "first"), List.copyOf(first.links().keySet()));
        assertEquals(
                fixture.target().root() + "/organizations{?since}",
                first.links().get("first"));
        String next = first.links().get("next");
        assertTrue(next.startsWith(fixture.target().root() + "/organizations?"), next);
        assertEquals(
                "per_page=2&page=5&x=%20y&since=9002",
                next.substring(next.indexOf('?') + 1), "the rest of the query is kept");
    }

    @Test
    @DisplayName("The last page of GET /organizations has no next (R36)")
    void chainEnds() {
        List<HttpAnswer> pages = fixture.as(FixtureIdentity.ANONYMOUS).pages("/organizations?per_page=100");
        JsonNode last = pages.get(pages.size() - 1).json();
        assertFalse(last.isEmpty(), "no link leads to nothing");
        long before = last.path(last.size() - 3).path("id").asLong();
        HttpAnswer full = fixture.as(FixtureIdentity.ANONYMOUS)
                .get("/organizations?per_page=2&since=" + before)
                .is(200);
        assertEquals(2, full.json().size());
        assertNull(full.links().get("next"), "a full page that is the last");
        HttpAnswer beyond = fixture.as(FixtureIdentity.ANONYMOUS)
                .get("/organizations?since=9223372036854775807")
                .is(200);
        assertEquals(List.of(), beyond.logins());
        assertNull(beyond.links().get("next"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "-1", "1.5", "%00", "0x10", "+", "99999999999999999999999x"})
    @DisplayName("GET /organizations ignores a since that is not an id (decisions)")
    void chainStartsAnyway(String since) {
        assertEquals(
                fixture.as(FixtureIdentity.ANONYMOUS).get("/organizations").logins(),
                fixture.as(FixtureIdentity.ANONYMOUS)
                        .get("/organizations?since=" + since)
                        .is(200)
                        .logins());
    }

    @ParameterizedTest
    @CsvSource({
        "/user/orgs, 10",
        "/user/orgs, 35",
        "/users/paula/orgs, 30",
        "/users/paula/orgs, 100",
        "/user/{paula}/orgs, 50"
    })
    @DisplayName("Following page of GET /user/orgs and /users/{username}/orgs visits every element once (R38; "
            + "conventions, 4)")
    void pagesVisitEachOnce(String path, int size) {
        String id = fixture.as(FixtureIdentity.JOINER).get("/user").member("id");
        List<String> all =
                fixture.as(FixtureIdentity.JOINER).allLogins(path.replace("{paula}", id) + "?per_page=" + size);
        assertEquals(GUILDS + 1, all.size());
        assertEquals(GUILDS + 1, Set.copyOf(all).size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | next=2 last=4",
                "2 | prev=1 next=3 last=4 first=1",
                "3 | prev=2 next=4 last=4 first=1",
                "4 | prev=3 first=1"
            })
    @DisplayName("Link of GET /user/orgs names prev, next, last and first in this order, each where it leads somewhere "
            + "else (conventions, 4)")
    void pagesLink(int page, String expected) {
        HttpAnswer answer = fixture.as(FixtureIdentity.JOINER).get("/user/orgs?page=" + page + "&per_page=30");
        assertEquals(
                expected,
                answer.links().entrySet().stream()
                        .map(link -> link.getKey()
                                + link.getValue().substring(link.getValue().lastIndexOf('=')))
                        .collect(Collectors.joining(" ")));
    }

    @Test
    @DisplayName("Links of GET /user/orgs keep the caller's query as it came, and set the page alone (conventions, 4)")
    void pagesKeepTheQuery() {
        HttpAnswer answer = fixture.as(FixtureIdentity.JOINER)
                .get("/user/orgs?x=a%2Fb&per_page=200&page=1&y=ä&empty=".replace("ä", "%C3%A4"));
        assertEquals(
                fixture.target().root() + "/user/orgs?x=a%2Fb&per_page=200&y=%C3%A4&empty=&page=2",
                answer.links().get("next"));
    }

    @Test
    @DisplayName("Link of GET /users/{username}/orgs leads to GET /user/{user_id}/orgs, and anybody may follow it "
            + "(conventions, 4)")
    void pagesOfAUserLeadById() {
        String id = fixture.as(FixtureIdentity.JOINER).get("/user").member("id");
        HttpAnswer answer = fixture.as(FixtureIdentity.ANONYMOUS)
                .get("/users/Paula/orgs?per_page=50&x=1")
                .is(200);
        assertEquals(
                fixture.target().root() + "/user/" + id + "/orgs?per_page=50&x=1&page=2",
                answer.links().get("next"));
        assertEquals(
                6,
                fixture.as(FixtureIdentity.ANONYMOUS)
                        .get(answer.links().get("last"))
                        .is(200)
                        .json()
                        .size());
        assertEquals(
                fixture.as(FixtureIdentity.ANONYMOUS).get("/users/paula/orgs").json(),
                fixture.as(FixtureIdentity.OWNER).get("/user/" + id + "/orgs").json());
        fixture.as(FixtureIdentity.OWNER).get("/user/9001/orgs").is(404);
        fixture.as(FixtureIdentity.OWNER).get("/user/0/orgs").is(404);
        fixture.as(FixtureIdentity.OWNER).get("/user/paula/orgs").is(404);
    }

    @Test
    @DisplayName("GET /user/orgs and /users/{username}/orgs of one page have no Link (conventions, 4)")
    void onePageHasNoLink() {
        assertNull(fixture.as(FixtureIdentity.OWNER).get("/user/orgs").header("Link"));
        assertNull(
                fixture.as(FixtureIdentity.OWNER)
                        .get("/users/olivia/orgs?per_page=1")
                        .header("Link"),
                "it is full, and the last");
        assertNull(fixture.as(FixtureIdentity.OUTSIDER).get("/user/orgs").header("Link"), "it is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/organizations", "/user/orgs", "/users/paula/orgs"})
    @DisplayName("GET /organizations, /user/orgs and /users/{username}/orgs have 30 elements a page, and at most 100 "
            + "(R38)")
    void sizesAreClamped(String path) {
        TestClient caller = fixture.as(FixtureIdentity.JOINER);
        assertEquals(30, caller.get(path).json().size());
        assertEquals(100, caller.get(path + "?per_page=100").json().size());
        for (String size : List.of("101", "1000", "99999999999999999999")) {
            assertEquals(
                    100, caller.get(path + "?per_page=" + size).is(200).json().size(), size);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/organizations", "/user/orgs", "/users/paula/orgs"})
    @DisplayName("GET /organizations, /user/orgs and /users/{username}/orgs take the default for an invalid size "
            + "or page (decisions)")
    void nonsenseIsTheDefault(String path) {
        TestClient caller = fixture.as(FixtureIdentity.JOINER);
        List<String> usual = caller.get(path).logins();
        for (String nonsense : NONSENSE) {
            assertEquals(usual, rawQuery(caller, path, "per_page=" + nonsense), nonsense);
            assertEquals(usual, rawQuery(caller, path, "page=" + nonsense), nonsense);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "1000", "2147483647", "99999999999999999999"})
    @DisplayName("GET /user/orgs beyond the last page is 200 and empty (conventions, 4)")
    void beyondTheEndIsEmpty(String page) {
        HttpAnswer answer = fixture.as(FixtureIdentity.JOINER)
                .get("/user/orgs?page=" + page)
                .is(200);
        assertEquals(List.of(), answer.logins());
        assertNull(answer.links().get("next"));
    }

    @Test
    @DisplayName("GET /user/orgs takes one value of a per_page that is given twice (R38)")
    void repeatedParametersAreTaken() {
        assertEquals(
                2,
                fixture.as(FixtureIdentity.JOINER)
                        .get("/user/orgs?per_page=2&per_page=3")
                        .is(200)
                        .json()
                        .size());
    }

    /**
     * Queries that are not a URI are for raw sockets; here they are left as they are where the client can send them.
     */
    private static List<String> rawQuery(TestClient caller, String path, String query) {
        return caller.get(path + "?" + query.replace("%zz", "%25zz").replaceAll("%$", "%25"))
                .is(200)
                .logins();
    }

    @ParameterizedTest(name = "{1} of organization {2}")
    @CsvSource({"GRETA, campaigns, beacon, 9310", "WADE, hooks, jetty, 9402", "ANNA, installations, quay, ''"})
    @DisplayName("GET /orgs/{org}/campaigns, /orgs/{org}/hooks and /orgs/{org}/installations lead on by the "
            + "organization's id, from the first element to the last (R36, R132)")
    void leadsOnById(FixtureIdentity who, String list, String organization, String id) {
        List<HttpAnswer> pages = fixture.as(who).pages("/orgs/" + organization + "/" + list + "?per_page=1");
        assertTrue(pages.size() > 1, "more than a page");
        Pattern address = Pattern.compile(Pattern.quote(fixture.target().root() + "/organizations/")
                + (id.isEmpty() ? "[0-9]+" : id) + "/" + list + "\\?.*");
        pages.forEach(page -> page.links()
                .values()
                .forEach(url -> assertTrue(address.matcher(url).matches(), url)));
        assertEquals(
                pages.size(), pages.stream().map(HttpAnswer::text).distinct().count(), "each element once");
    }
}
