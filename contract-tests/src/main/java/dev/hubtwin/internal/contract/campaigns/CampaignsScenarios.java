package dev.hubtwin.internal.contract.campaigns;

import static dev.hubtwin.internal.contract.campaigns.CampaignSteps.CAMPAIGNS;
import static dev.hubtwin.internal.contract.campaigns.CampaignSteps.LEAKS;
import static dev.hubtwin.internal.contract.campaigns.CampaignSteps.numbers;
import static dev.hubtwin.internal.contract.campaigns.CampaignSteps.stats;
import static dev.hubtwin.internal.contract.scenario.Fixture.named;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How campaigns are listed, shown and forgotten (R1, R7 to R13, R28, R29, R32). */
@FixtureScenarios
abstract class CampaignsScenarios {

    private final Fixture fixture;
    private final CampaignSteps campaigns;

    CampaignsScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.campaigns = new CampaignSteps(fixture);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''             | 1 5 2 4", "sort=created   | 1 5 2 4", "sort=updated | 4 2 5 1",
                        "sort=ends_at | 4 1 2 5",
                "sort=published | 4 5 2 1", "state=open     | 1 4", "state=closed | 5 2",
                        "state=open&sort=ends_at | 4 1",
                "state=closed&sort=updated | 2 5", "state=closed&sort=published | 5 2", "state=open&sort=updated | 4 1"
            })
    @DisplayName("GET /orgs/{org}/campaigns lists by state, in each order and both directions; equal ones follow their"
            + " numbers (R10, R11, R12)")
    void lists(String query, String ascending) {
        List<Integer> expected = new ArrayList<>(
                List.of(ascending.split(" ")).stream().map(Integer::valueOf).toList());
        assertEquals(
                expected,
                numbers(fixture.as(FixtureIdentity.GRETA)
                        .get(CAMPAIGNS + "?direction=asc&" + query)
                        .is(200)));
        Collections.reverse(expected);
        assertEquals(
                expected,
                numbers(fixture.as(FixtureIdentity.GRETA)
                        .get(CAMPAIGNS + "?direction=desc&" + query)
                        .is(200)));
        assertEquals(
                expected,
                numbers(fixture.as(FixtureIdentity.GRETA)
                        .get(CAMPAIGNS + "?" + query)
                        .is(200)),
                "downwards unless told");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=name",
                "sort=CREATED",
                "direction=up",
                "state=draft",
                "state=",
                "state=all",
                "page=0",
                "page=x",
                "per_page=0",
                "per_page=-1",
                "per_page=x"
            })
    @DisplayName("GET /orgs/{org}/campaigns ignores a parameter whose value is not valid (R13; decisions)")
    void overlooksNonsense(String query) {
        assertEquals(
                List.of(4, 2, 5, 1),
                numbers(fixture.as(FixtureIdentity.GRETA)
                        .get(CAMPAIGNS + "?" + query)
                        .is(200)));
    }

    @Test
    @DisplayName("GET /orgs/{org}/campaigns tells of each campaign all but how far it has got (documents)")
    void tellsElements() {
        JsonNode listed = fixture.as(FixtureIdentity.GRETA)
                .get(CAMPAIGNS + "?per_page=1&sort=ends_at&page=3")
                .is(200)
                .json()
                .get(0);
        assertEquals("1", listed.path("number").asText());
        assertFalse(listed.has("alert_stats"));
        JsonNode whole = campaigns.campaign(1);
        listed.fieldNames().forEachRemaining(name -> assertEquals(whole.path(name), listed.path(name), name));
        assertEquals("[\"gus\"]", listed.path("managers").findValues("login").toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    @DisplayName("Following Link of GET /orgs/{org}/campaigns visits every campaign once, in order (R8, R9; "
            + "conventions, 4)")
    void visitsEachOnce(int size) {
        for (String order : List.of("sort=updated&direction=asc 4 2 5 1", "sort=updated&x=a%2Fb 1 5 2 4")) {
            String[] parts = order.split(" ", 2);
            List<HttpAnswer> pages =
                    fixture.as(FixtureIdentity.GUS).pages(CAMPAIGNS + "?per_page=" + size + "&" + parts[0]);
            assertEquals(
                    parts[1],
                    String.join(
                            " ",
                            pages.stream()
                                    .flatMap(page -> numbers(page).stream())
                                    .map(String::valueOf)
                                    .toList()));
            assertEquals((3 + size) / size, pages.size());
            assertTrue(size == 4 || pages.get(0).links().get("last").contains(parts[0]), "the query is kept");
        }
    }

    @Test
    @DisplayName("GET /orgs/{org}/campaigns has 30 campaigns a page, and at most 100; beyond the end it is empty (R8, "
            + "R9)")
    void sizesAreClamped() {
        fixture.restoreAfterwards();
        StringBuilder more = new StringBuilder();
        for (int i = 0; i < 97; i++) {
            more.append(i == 0 ? "" : ", ")
                    .append("{\"number\": ")
                    .append(10 + i)
                    .append(", \"name\": \"c\"}");
        }
        campaigns.mergeBeacon("\"campaigns\": [" + more + "]");
        assertEquals(
                30,
                numbers(fixture.as(FixtureIdentity.GRETA).get(CAMPAIGNS).is(200))
                        .size());
        assertEquals(
                100,
                numbers(fixture.as(FixtureIdentity.GRETA)
                                .get(CAMPAIGNS + "?per_page=1000")
                                .is(200))
                        .size());
        assertEquals(
                1,
                numbers(fixture.as(FixtureIdentity.GRETA)
                                .get(CAMPAIGNS + "?per_page=101&page=2")
                                .is(200))
                        .size());
        HttpAnswer beyond = fixture.as(FixtureIdentity.GRETA)
                .get(CAMPAIGNS + "?page=2147483647&per_page=100")
                .is(200);
        assertEquals(List.of(), numbers(beyond));
        assertNull(beyond.links().get("next"));
    }

    @Test
    @DisplayName("A draft is not in GET /orgs/{org}/campaigns, and 404 to GET, PATCH and DELETE "
            + "/orgs/{org}/campaigns/{campaign_number} (R1)")
    void hidesDrafts() {
        for (String query : List.of("", "?state=open", "?state=closed", "?state=draft", "?sort=ends_at&per_page=100")) {
            assertFalse(numbers(fixture.as(FixtureIdentity.GRETA)
                            .get(CAMPAIGNS + query)
                            .is(200))
                    .contains(3));
        }
        fixture.as(FixtureIdentity.GRETA).get(CAMPAIGNS + "/3").is(404);
        fixture.as(FixtureIdentity.GRETA)
                .patch(CAMPAIGNS + "/3", "{\"state\": \"open\"}")
                .is(404);
        fixture.as(FixtureIdentity.GRETA).delete(CAMPAIGNS + "/3").is(404);
        assertEquals(
                "draft", named(campaigns.stored(), "number", "3").path("state").asText());
    }

    @Test
    @DisplayName(
            "GET /orgs/{org}/campaigns/{campaign_number} shows a campaign, in any case of the login (R7; documents)")
    void shows() {
        JsonNode leaks = fixture.as(FixtureIdentity.GRETA)
                .get("/orgs/BEACON/campaigns/1")
                .is(200)
                .json();
        assertEquals(
                "1 Leaks Mend them open",
                leaks.path("number").asText() + " " + leaks.path("name").asText() + " "
                        + leaks.path("description").asText() + " "
                        + leaks.path("state").asText());
        assertEquals(
                "2026-01-01T00:00:00Z 2026-01-09T00:00:00Z 2026-02-04T00:00:00Z 2099-01-02T00:00:00Z",
                String.join(
                        " ",
                        List.of("created_at", "updated_at", "published_at", "ends_at").stream()
                                .map(name -> leaks.path(name).asText())
                                .toList()));
        assertTrue(leaks.path("closed_at").isNull());
        assertEquals("https://beacon.example/help", leaks.path("contact_link").asText());
        assertEquals("221", leaks.at("/managers/0/id").asText());
        assertEquals(
                "82 watch keepers",
                leaks.at("/team_managers/0/id").asText() + " "
                        + leaks.at("/team_managers/0/slug").asText() + " "
                        + leaks.at("/team_managers/0/parent/slug").asText());
        assertEquals("3 2 1", stats(leaks));
        assertEquals(leaks, campaigns.campaign(1));
    }

    @ParameterizedTest
    @CsvSource({
        "99, 404",
        "2147483647, 404",
        "x, 404",
        "1.0, 404",
        "1x, 404",
        "0, 422",
        "-1, 422",
        "2147483648, 422",
        "4294967297, 422",
        "99999999999999999, 422"
    })
    @DisplayName("GET, PATCH and DELETE /orgs/{org}/campaigns/{campaign_number} of no campaign or no number are 404; "
            + "one that none can have is 422 to the first two (R28, R29)")
    void knowsNumbers(String number, int status) {
        fixture.as(FixtureIdentity.GRETA).get(CAMPAIGNS + "/" + number).is(status);
        fixture.as(FixtureIdentity.GRETA)
                .patch(CAMPAIGNS + "/" + number, "{\"name\": \"x\"}")
                .is(status);
        fixture.as(FixtureIdentity.GRETA).delete(CAMPAIGNS + "/" + number).is(404);
    }

    @Test
    @DisplayName(
            "DELETE /orgs/{org}/campaigns/{campaign_number} is done once; the campaign is in no list any more (R32)")
    void forgets() {
        fixture.restoreAfterwards();
        fixture.as(FixtureIdentity.GUS).delete(LEAKS).is(204);
        fixture.as(FixtureIdentity.GRETA).get(LEAKS).is(404);
        fixture.as(FixtureIdentity.GUS).delete(LEAKS).is(404);
        assertEquals(List.of(4, 2, 5), numbers(fixture.as(FixtureIdentity.GRETA).get(CAMPAIGNS)));
        assertEquals(
                List.of(4), numbers(fixture.as(FixtureIdentity.GRETA).get(CAMPAIGNS + "?state=open&sort=ends_at")));
    }

    @ParameterizedTest
    @ValueSource(strings = {CAMPAIGNS, LEAKS})
    @DisplayName("GET /orgs/{org}/campaigns and /orgs/{org}/campaigns/{campaign_number} with the current ETag in "
            + "If-None-Match are 304, until the campaign changes (R39)")
    void knowsWhatTheCallerHas(String path) {
        fixture.restoreAfterwards();
        String tag = fixture.as(FixtureIdentity.GRETA).get(path).is(200).header("ETag");
        fixture.as(FixtureIdentity.GRETA).with("If-None-Match", tag).get(path).is(304);
        fixture.as(FixtureIdentity.GRETA).patch(LEAKS, "{\"name\": \"Holes\"}").is(200);
        fixture.as(FixtureIdentity.GRETA).with("If-None-Match", tag).get(path).is(200);
    }

    @Test
    @DisplayName("GET /orgs/{org}/campaigns/{campaign_number} shows a campaign past its end as open (decisions)")
    void outlivesItsEnd() {
        fixture.restoreAfterwards();
        fixture.clock("2100-01-01T00:00:00Z");
        assertEquals("open", campaigns.campaign(1).path("state").asText());
        assertEquals(List.of(4, 1), numbers(fixture.as(FixtureIdentity.GRETA).get(CAMPAIGNS + "?state=open")));
    }
}
