package dev.hubtwin.internal.contract.webhooks;

import static dev.hubtwin.internal.contract.webhooks.WebhookSteps.BELL;
import static dev.hubtwin.internal.contract.webhooks.WebhookSteps.OURS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.scenario.DeliverySteps;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import dev.hubtwin.internal.contract.scenario.LocalReceiver;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

/** What was delivered to webhooks of organizations and repositories, as those see it who may manage them. */
@FixtureScenarios
abstract class HookDeliveriesScenarios {

    private static final String DELIVERIES = "/deliveries";

    private final Fixture fixture;
    private final DeliverySteps deliveries;

    HookDeliveriesScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.deliveries = new DeliverySteps(fixture);
    }

    @BeforeEach
    void begin() {
        fixture.restoreAfterwards();
    }

    private TestClient wade() {
        return fixture.as(FixtureIdentity.WADE);
    }

    private void ping(String hook) {
        wade().post(hook + "/pings", "").is(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {OURS, BELL})
    @DisplayName("GET /orgs/{org}/hooks/{hook_id}/deliveries, and of a repository, lists what was sent, the newest "
            + "first, with what it is about and what became of it (decisions)")
    void lists(String hook) {
        assertEquals(0, deliveries.of(wade(), hook).size());
        wade().patch(hook, "{\"events\": [\"member\"]}").is(200);
        ping(hook);
        deliveries.settle();
        fixture.as(FixtureIdentity.WADE_ADMIN_ORG)
                .delete("/orgs/buoy/outside_collaborators/crew-099")
                .is(204);
        JsonNode list = deliveries.of(wade(), hook);
        assertEquals(2, list.size(), list::toString);
        assertEquals(
                "member removed 751 null",
                list.at("/0/event").asText() + " " + list.at("/0/action").asText() + " " + list.at("/0/repository_id")
                        + " " + list.at("/0/installation_id"));
        assertEquals("ping null", list.at("/1/event").asText() + " " + list.at("/1/action"));
        assertEquals(
                hook.equals(BELL) ? "751" : "null", list.at("/1/repository_id").toString());
        list.forEach(delivery -> assertEquals(
                "failed to connect to host 502 false",
                delivery.path("status").asText() + " " + delivery.path("status_code") + " "
                        + delivery.path("redelivery")));
        assertTrue(list.at("/0/id").asLong() > list.at("/1/id").asLong());
        assertNotEquals(list.at("/0/guid"), list.at("/1/guid"));
        String path = hook + DELIVERIES + "/" + list.at("/0/id");
        JsonNode one = wade().get(path).is(200).json();
        list.get(0).properties().forEach(member -> assertEquals(member.getValue(), one.path(member.getKey())));
        assertEquals("removed", one.at("/request/payload/action").asText());
    }

    @ParameterizedTest
    @CsvSource({OURS + ", json", OURS + ", form", BELL + ", json", BELL + ", form"})
    @DisplayName("GET /orgs/{org}/hooks/{hook_id}/deliveries/{delivery_id}, and of a repository, shows request and "
            + "response, headers and payloads, and masks credentials that the address has (decisions)")
    void shows(String hook, String contentType) {
        try (LocalReceiver receiver = new LocalReceiver()) {
            String url = receiver.url().replace("http://", "http://buoy:hidden-word@") + "?token=hidden-word";
            wade().patch(hook + "/config", "{\"url\": \"" + url + "\", \"content_type\": \"" + contentType + "\"}")
                    .is(200);
            ping(hook);
            JsonNode one = deliveries.last(wade(), hook);
            if (one.at("/response/headers").isNull()) {
                throw new TestAbortedException("this server does not reach a receiver here: " + one.path("status"));
            }
            assertEquals("OK 200", one.path("status").asText() + " " + one.path("status_code"));
            assertTrue(one.path("duration").isNumber());
            assertEquals(
                    receiver.url().replace("http://", "http://********@") + "?token=********",
                    one.path("url").asText());
            JsonNode headers = one.at("/request/headers");
            assertEquals("ping", headers.path("X-GitHub-Event").asText());
            assertEquals(one.path("guid"), headers.path("X-GitHub-Delivery"));
            assertTrue(headers.path("X-Hub-Signature-256").asText().startsWith("sha256="));
            assertEquals(
                    hook.substring(hook.lastIndexOf('/') + 1),
                    one.at("/request/payload/hook_id").asText());
            assertTrue(
                    one.at("/response/headers").properties().stream()
                            .anyMatch(header -> header.getKey().equalsIgnoreCase("Content-Type")
                                    && header.getValue().asText().equals("text/plain")),
                    one::toString);
            assertEquals(LocalReceiver.ANSWER, one.at("/response/payload").asText());
            assertTrue(!one.toString().contains("hidden-word"), one::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {OURS, BELL})
    @DisplayName("POST /orgs/{org}/hooks/{hook_id}/deliveries/{delivery_id}/attempts, and of a repository, is 202 and "
            + "{}, and the same is sent once more under the same X-GitHub-Delivery (decisions)")
    void repeats(String hook) {
        ping(hook);
        JsonNode first = deliveries.last(wade(), hook);
        assertEquals(
                "{}",
                wade().post(hook + DELIVERIES + "/" + first.path("id") + "/attempts", "")
                        .is(202)
                        .text());
        JsonNode again = deliveries.last(wade(), hook);
        assertEquals("false true", first.path("redelivery") + " " + again.path("redelivery"));
        assertNotEquals(first.path("id"), again.path("id"));
        assertEquals(first.path("guid"), again.path("guid"));
        assertEquals(first.path("request"), again.path("request"));
    }

    @ParameterizedTest
    @ValueSource(strings = {OURS, BELL})
    @DisplayName("GET /orgs/{org}/hooks/{hook_id}/deliveries, and of a repository, has pages, which cursors in Link "
            + "chain both ways (conventions, 4)")
    void hasPages(String hook) {
        for (int i = 0; i < 5; i++) {
            ping(hook);
        }
        List<Long> whole = ids(deliveries.of(wade(), hook));
        HttpAnswer first = wade().get(hook + DELIVERIES + "?per_page=2").is(200);
        assertEquals(Set.of("next"), first.links().keySet());
        assertTrue(
                first.links().get("next").matches(".*" + hook + "/deliveries\\?per_page=2&cursor=v1_[0-9]+"),
                first.links()::toString);
        HttpAnswer second = wade().get(first.links().get("next")).is(200);
        assertEquals(Set.of("prev", "next"), second.links().keySet());
        HttpAnswer third = wade().get(second.links().get("next")).is(200);
        assertEquals(Set.of("prev"), third.links().keySet());
        List<Long> chained = new ArrayList<>(ids(first.json()));
        chained.addAll(ids(second.json()));
        chained.addAll(ids(third.json()));
        assertEquals(whole, chained);
        assertEquals(
                second.json(), wade().get(third.links().get("prev")).is(200).json());
        assertEquals(
                first.json(), wade().get(second.links().get("prev")).is(200).json());
        assertEquals(
                whole,
                ids(wade().get(hook + DELIVERIES + "?cursor=v1_999999999999999999")
                        .is(200)
                        .json()));
        HttpAnswer beyond = wade().get(hook + DELIVERIES + "?cursor=v1_0").is(200);
        assertEquals("[]", beyond.text());
        assertEquals(whole, ids(wade().get(beyond.links().get("prev")).is(200).json()));
        wade().get(hook + DELIVERIES + "?cursor=" + whole.get(0)).is(422);
    }

    private static List<Long> ids(JsonNode list) {
        return list.valueStream().map(one -> one.path("id").asLong()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {OURS, BELL})
    @DisplayName("GET /orgs/{org}/hooks/{hook_id}/deliveries/{delivery_id} and POST "
            + "/orgs/{org}/hooks/{hook_id}/deliveries/{delivery_id}/attempts, and of a repository, are 404 where "
            + "another webhook is named or one that is gone, and for what no delivery has as its id (R120; "
            + "decisions)")
    void areOfTheirWebhook(String hook) {
        String other = hook.equals(OURS) ? "/orgs/jetty/hooks/100" : "/repos/buoy/bell/hooks/32";
        ping(hook);
        String id = deliveries.of(wade(), hook).at("/0/id").asText();
        for (String path : List.of(
                other + DELIVERIES + "/" + id,
                hook + DELIVERIES + "/999999999",
                (hook.equals(OURS) ? "/repos/buoy/bell/hooks/11" : "/orgs/buoy/hooks/31") + DELIVERIES + "/" + id)) {
            wade().get(path).is(404);
            wade().post(path + "/attempts", "").is(404);
        }
        assertEquals(0, deliveries.of(wade(), other).size());
        wade().delete(hook).is(204);
        deliveries.settle();
        wade().get(hook + DELIVERIES).is(404);
        wade().get(hook + DELIVERIES + "/" + id).is(404);
        wade().post(hook + DELIVERIES + "/" + id + "/attempts", "").is(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {OURS, BELL})
    @DisplayName("POST /orgs/{org}/hooks/{hook_id}/deliveries/{delivery_id}/attempts, and of a repository, sends "
            + "nothing if a delivery asks for it, and is 422 for what was never written (decisions)")
    void endsLoops(String hook) {
        ping(hook);
        String sent = hook + DELIVERIES + "/"
                + deliveries.of(wade(), hook).at("/0/id").asText();
        wade().with("X-GitHub-Delivery", "0").post(sent + "/attempts", "").is(202);
        JsonNode refused = deliveries.last(wade(), hook);
        assertEquals("true 0", refused.path("redelivery") + " " + refused.path("status_code"));
        assertTrue(refused.at("/request/payload").isNull());
        wade().post(hook + DELIVERIES + "/" + refused.path("id") + "/attempts", "")
                .is(422);
        assertEquals(2, deliveries.of(wade(), hook).size());
    }

    @Test
    @DisplayName("GET /orgs/{org}/hooks/{hook_id}/deliveries is 304 to who has it, and is made anew when something was "
            + "delivered, though the world stays as it is (R39)")
    void isNeverStale() {
        ping(OURS);
        deliveries.settle();
        String tag = wade().get(OURS + DELIVERIES).is(200).header("ETag");
        wade().with("If-None-Match", tag).get(OURS + DELIVERIES).is(304);
        ping(OURS);
        deliveries.settle();
        assertEquals(
                2,
                wade().with("If-None-Match", tag)
                        .get(OURS + DELIVERIES)
                        .is(200)
                        .json()
                        .size());
    }

    @ParameterizedTest
    @CsvSource({
        "ANONYMOUS, 404, 404",
        "MONA, 404, 404",
        "OUTSIDER, 404, 404",
        "DASHBOARDS, 404, 200",
        "WADE_PUBLIC_REPO, 404, 404",
        "WADE_NOTHING_OF_BUOY, 404, 403",
        "HARBOR_WRITES, 404, 404",
        "WADE_READS_HOOKS, 200, 200",
        "BUOY, 200, 200"
    })
    @DisplayName("GET /orgs/{org}/hooks/{hook_id}/deliveries and /orgs/{org}/hooks/{hook_id}/config, and of a "
            + "repository, are for who sees the webhook (R104 to R107)")
    void areForManagers(FixtureIdentity who, int ofOrganization, int ofRepository) {
        fixture.as(who).get(OURS + DELIVERIES).is(ofOrganization);
        fixture.as(who).get(OURS + "/config").is(ofOrganization);
        fixture.as(who).get(BELL + DELIVERIES).is(ofRepository);
        fixture.as(who).get(BELL + "/config").is(ofRepository);
    }

    @Test
    @DisplayName("PATCH /orgs/{org}/hooks/{hook_id}/config and POST "
            + "/orgs/{org}/hooks/{hook_id}/deliveries/{delivery_id}/attempts, and of a repository, take more than "
            + "reading (R105)")
    void readsOnly() {
        ping(OURS);
        ping(BELL);
        String ours = OURS + DELIVERIES + "/" + deliveries.of(wade(), OURS).at("/0/id");
        String bell = BELL + DELIVERIES + "/" + deliveries.of(wade(), BELL).at("/0/id");
        TestClient reader = fixture.as(FixtureIdentity.WADE_READS_HOOKS);
        reader.get(ours).is(200);
        reader.post(ours + "/attempts", "").is(404);
        reader.patch(OURS + "/config", "{}").is(404);
        reader.get(bell).is(200);
        reader.post(bell + "/attempts", "").is(403);
        reader.patch(BELL + "/config", "{}").is(403);
        TestClient scoped = fixture.as(FixtureIdentity.WADE_READ_REPO_HOOK);
        scoped.get(bell).is(200);
        scoped.post(bell + "/attempts", "").is(404);
        fixture.as(FixtureIdentity.WADE_WRITE_REPO_HOOK)
                .post(bell + "/attempts", "")
                .is(202);
    }
}
