package dev.hubtwin.internal.contract.campaigns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.scenario.Fixture;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;

/** Steps of the scenarios about campaigns. All of them are about beacon. */
record CampaignSteps(Fixture fixture) {

    static final String CAMPAIGNS = "/orgs/beacon/campaigns";
    static final String LEAKS = CAMPAIGNS + "/1";
    static final int LAMP = 721;
    static final int TOWER = 722;
    static final int SHED = 723;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A sound body of POST with other members: names and their JSON in turn; null takes a member out. */
    static String body(String... changes) {
        try {
            ObjectNode body = (ObjectNode) JSON.readTree("""
          {"name": "Damp", "description": "Dry it", "ends_at": "2098-07-06T05:04:03Z",
           "code_scanning_alerts": [{"repository_id": 721, "alert_numbers": [1, 2, 3]}]}""");
            for (int i = 0; i < changes.length; i += 2) {
                if (changes[i + 1] == null) {
                    body.remove(changes[i]);
                } else {
                    body.set(changes[i], JSON.readTree(changes[i + 1]));
                }
            }
            return body.toString();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpAnswer create(FixtureIdentity who, String body) {
        return fixture.as(who).post(CAMPAIGNS, body);
    }

    /** The campaign as its owner sees it. */
    JsonNode campaign(int number) {
        return fixture.as(FixtureIdentity.GRETA)
                .get(CAMPAIGNS + "/" + number)
                .is(200)
                .json();
    }

    /** The numbers of the campaigns of a page. */
    static List<Integer> numbers(HttpAnswer page) {
        return StreamSupport.stream(page.json().spliterator(), false)
                .map(one -> one.path("number").asInt())
                .toList();
    }

    /** Open, closed and those in progress, as a campaign tells them. */
    static String stats(JsonNode campaign) {
        JsonNode stats = campaign.path("alert_stats");
        return stats.path("open_count") + " " + stats.path("closed_count") + " " + stats.path("in_progress_count");
    }

    /** The campaigns of beacon in the exported state, drafts too. */
    JsonNode stored() {
        return fixture.organization("beacon").path("campaigns");
    }

    /** Merges something into beacon; see {@link Fixture#restoreAfterwards()}. */
    void mergeBeacon(String members) {
        fixture.merge("{\"organizations\": [{\"login\": \"beacon\", " + members + "}]}");
    }
}
