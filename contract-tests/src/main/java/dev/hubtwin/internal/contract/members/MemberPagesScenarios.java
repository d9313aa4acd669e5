package dev.hubtwin.internal.contract.members;

import static dev.hubtwin.internal.contract.scenario.PeopleSteps.MEMBERS;
import static dev.hubtwin.internal.contract.scenario.PeopleSteps.MEMBERSHIPS;
import static dev.hubtwin.internal.contract.scenario.PeopleSteps.OUTSIDE;
import static dev.hubtwin.internal.contract.scenario.PeopleSteps.OWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How lists of people come in pages (R38; conventions, section 4). */
@FixtureScenarios
abstract class MemberPagesScenarios {

    private static final int CREW = 105;

    private final Fixture fixture;

    MemberPagesScenarios(Fixture fixture) {
        this.fixture = fixture;
    }

    @ParameterizedTest
    @CsvSource({
        "/orgs/fleet/members, 106, 9",
        "/orgs/fleet/members, 106, 30",
        "/orgs/fleet/members?role=all, 106, 53",
        "/orgs/fleet/members?role=member, 105, 7",
        "/orgs/fleet/members?role=member, 105, 100",
        "/orgs/fleet/public_members, 105, 35",
        "/orgs/fleet/public_members, 105, 34",
        "/orgs/quay/outside_collaborators, 105, 20",
        "/orgs/quay/outside_collaborators, 105, 100",
        "/organizations/9302/members, 106, 50",
        "/organizations/9302/public_members, 105, 50",
        "/organizations/9303/outside_collaborators, 105, 50"
    })
    @DisplayName("Following Link of GET /orgs/{org}/members, /orgs/{org}/public_members and "
            + "/orgs/{org}/outside_collaborators visits everybody once (R38; conventions, 4)")
    void visitsEachOnce(String path, int count, int size) {
        List<String> all = fixture.as(FixtureIdentity.ANNA)
                .allLogins(path + (path.contains("?") ? "&" : "?") + "per_page=" + size);
        assertEquals(count, all.size());
        assertEquals(count, Set.copyOf(all).size());
        assertEquals(
                CREW, all.stream().filter(login -> login.startsWith("crew-")).count());
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 53, 100})
    @DisplayName("Following Link of GET /user/memberships/orgs visits every membership once (R93)")
    void visitsEachMembershipOnce(int size) {
        for (String query : List.of("?per_page=" + size, "?state=active&per_page=" + size)) {
            List<String> all = fixture.as(FixtureIdentity.JOINER).pages(OWN + query).stream()
                    .flatMap(page -> StreamSupport.stream(page.json().spliterator(), false))
                    .map(membership ->
                            membership.path("organization").path("login").asText())
                    .toList();
            assertEquals(106, all.size());
            assertEquals(106, Set.copyOf(all).size());
        }
    }

    @ParameterizedTest
    @CsvSource({"/user/orgs, /id", "/user/memberships/orgs, /organization/id"})
    @DisplayName("GET /user/orgs and /user/memberships/orgs come by the organizations' ids, as many at a time as "
            + "per_page says (R38)")
    void comesById(String path, String id) {
        List<HttpAnswer> pages = fixture.as(FixtureIdentity.JOINER).pages(path + "?per_page=40");
        assertEquals(
                List.of(40, 40, 26),
                pages.stream().map(page -> page.json().size()).toList());
        List<Long> ids = pages.stream()
                .flatMap(page -> StreamSupport.stream(page.json().spliterator(), false))
                .map(one -> one.at(id).asLong())
                .toList();
        assertEquals(ids.stream().sorted().toList(), ids);
    }

    @Test
    @DisplayName("Link of GET /orgs/{org}/members leads by the id of the organization, and keeps the query "
            + "(conventions, 4)")
    void leadsById() {
        HttpAnswer answer = fixture.as(FixtureIdentity.ANNA).get("/orgs/Fleet/members?role=member&per_page=40&x=a%2Fb");
        String base = fixture.target().root() + "/organizations/9302/members?role=member&per_page=40&x=a%2Fb&page=";
        assertEquals(base + "2", answer.links().get("next"));
        assertEquals(base + "3", answer.links().get("last"));
        assertEquals(List.of("next", "last"), List.copyOf(answer.links().keySet()));
        HttpAnswer last =
                fixture.as(FixtureIdentity.ANNA).get(answer.links().get("last")).is(200);
        assertEquals(CREW - 80, last.json().size());
        assertEquals(List.of("prev", "first"), List.copyOf(last.links().keySet()));
    }

    @Test
    @DisplayName(
            "Link of GET /orgs/{org}/public_members leads by the id of the organization, and anybody may follow it "
                    + "(conventions, 4)")
    void leadsAnybodyById() {
        HttpAnswer answer = fixture.as(FixtureIdentity.ANONYMOUS).get("/orgs/fleet/public_members?per_page=100");
        assertTrue(
                answer.links().get("next").startsWith(fixture.target().root() + "/organizations/9302/public_members?"),
                answer.links()::toString);
        assertEquals(
                5,
                fixture.as(FixtureIdentity.ANONYMOUS)
                        .get(answer.links().get("next"))
                        .is(200)
                        .json()
                        .size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orgs/fleet/members", "/orgs/fleet/public_members", "/orgs/quay/outside_collaborators"})
    @DisplayName("GET /orgs/{org}/members and /orgs/{org}/public_members have 30 a page, 100 at most, none beyond "
            + "the end; page 0 is the first, and no such number is refused (R38; recorded)")
    void sizesAreClamped(String path) {
        assertEquals(30, fixture.as(FixtureIdentity.ANNA).get(path).json().size());
        assertEquals(
                100,
                fixture.as(FixtureIdentity.ANNA)
                        .get(path + "?per_page=101")
                        .is(200)
                        .json()
                        .size());
        List<String> first = fixture.as(FixtureIdentity.ANNA).get(path).logins();
        for (String odd : List.of("page=0", "page=-1", "page=x", "per_page=0", "per_page=-1", "per_page=x")) {
            assertEquals(
                    first,
                    fixture.as(FixtureIdentity.ANNA)
                            .get(path + "?" + odd)
                            .is(200)
                            .logins(),
                    odd);
        }
        HttpAnswer beyond =
                fixture.as(FixtureIdentity.ANNA).get(path + "?page=5").is(200);
        assertEquals(List.of(), beyond.logins());
        assertNull(beyond.links().get("next"));
        assertNull(fixture.as(FixtureIdentity.ANNA).get(MEMBERS).header("Link"), "one page has none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/orgs/fleet/members",
                "/orgs/fleet/public_members",
                OWN,
                OUTSIDE,
                OWN + "/harbor",
                MEMBERSHIPS + "/dirk"
            })
    @DisplayName("GET /orgs/{org}/members, /orgs/{org}/memberships/{username} and /user/memberships/orgs with the "
            + "current ETag in If-None-Match are 304 too (R39)")
    void knowsWhatTheCallerHas(String path) {
        String tag = fixture.as(FixtureIdentity.ANNA).get(path).is(200).header("ETag");
        assertEquals(
                tag,
                fixture.as(FixtureIdentity.ANNA)
                        .with("If-None-Match", tag)
                        .get(path)
                        .is(304)
                        .header("ETag"));
        fixture.as(FixtureIdentity.ANNA)
                .with("If-None-Match", "W/\"x\"")
                .get(path)
                .is(200);
    }
}
