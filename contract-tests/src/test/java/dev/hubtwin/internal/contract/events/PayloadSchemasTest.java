package dev.hubtwin.internal.contract.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.description.Description;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import dev.hubtwin.internal.contract.scenario.PeopleSteps;
import dev.hubtwin.internal.contract.support.TwinExtension;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Payloads against the schemas that GitHub's own webhook libraries publish; in the full form of the build only. */
@FixtureScenarios
@ExtendWith(TwinExtension.class)
class PayloadSchemasTest {

    /** What github.com sends only since the schemas were published. */
    private static final String PUBLISHED = "2024-10";

    /** Where GitHub is known to differ from its schemas: the event, the place, the keyword. */
    private static final Set<String> KNOWN = Set.of(
            "installation created /requester type", // null, as in GitHub's documents
            "member added /changes additionalProperties property 'role_name'", // newer than the schemas
            "member edited /changes additionalProperties property 'permission'", // likewise
            "meta deleted ", // known for the webhooks of repositories only
            "ping  /hook required required property 'url'", // what an app's has not, nor the next
            "ping  /hook required required property 'ping_url'",
            "team edited /changes/description/from type"); // null where there was none

    private static final Set<String> NEW = Description.PUBLISHED
            .schemas()
            .valueStream()
            .flatMap(schema -> schema.path("properties").properties().stream())
            .filter(member -> member.getValue().path("x-hubtwin-since").asText().compareTo(PUBLISHED) > 0)
            .map(member -> member.getKey())
            .collect(Collectors.toSet());

    private static final Set<String> TOLD = new TreeSet<>(Set.of(
            "installation created",
            "installation deleted",
            "installation new_permissions_accepted",
            "installation suspend",
            "installation unsuspend",
            "installation_repositories added",
            "installation_repositories removed",
            "member added",
            "member edited",
            "member removed",
            "membership added",
            "membership removed",
            "meta deleted",
            "organization member_added",
            "organization member_invited",
            "organization member_removed",
            "ping",
            "team added_to_repository",
            "team created",
            "team deleted",
            "team edited",
            "team removed_from_repository"));

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Fixture fixture;

    PayloadSchemasTest(Fixture fixture) {
        this.fixture = fixture;
    }

    @BeforeAll
    static void inFull() {
        assumeTrue(Boolean.getBoolean("hubtwin.full"), "SKIPPED: payloads against GitHub's schemas; -Pfull has them");
    }

    @Test
    @DisplayName("Every event and action is told as GitHub's schemas have it")
    void fit() throws Exception {
        assumeFalse(fixture.target().enterprise(), "the schemas are of github.com");
        PayloadSchemas schemas = PayloadSchemas.fetched();
        try (VerifyingReceiver receiver = new VerifyingReceiver(fixture)) {
            String hook = receiver.hook();
            String ofRepository = receiver.hook("/repos/buoy/light/hooks");
            cause(receiver);
            fixture.as(FixtureIdentity.WADE).delete(hook).is(204);
            fixture.as(FixtureIdentity.WADE).delete(ofRepository).is(204);
            Set<String> told = new TreeSet<>();
            Set<String> faults = new TreeSet<>();
            for (JsonNode delivery : deliveries()) {
                String event = delivery.path("event").asText();
                JsonNode payload =
                        older(JSON.readTree(delivery.at("/request/body").asText()));
                told.add((event + " " + payload.path("action").asText()).trim());
                schemas.faults(event, payload).stream()
                        .map(fault -> event + " " + payload.path("action").asText() + " " + fault.getInstanceLocation()
                                + " " + fault.getKeyword() + " " + fault.getMessage())
                        .filter(fault -> KNOWN.stream().noneMatch(fault::startsWith))
                        .forEach(faults::add);
            }
            assertEquals(Set.of(), faults);
            assertEquals(TOLD, told);
        }
    }

    private List<JsonNode> deliveries() {
        while (!fixture.control().get("/deliveries?status=queued").json().isEmpty()) {
            Thread.onSpinWait();
        }
        return fixture.control().get("/deliveries").json().valueStream().toList();
    }

    /** The payload as it was when the schemas were published. */
    private static JsonNode older(JsonNode payload) {
        payload.findParents("id").forEach(object -> ((ObjectNode) object).remove(NEW));
        return payload;
    }

    private void cause(VerifyingReceiver receiver) {
        fixture.as(FixtureIdentity.WADE_ADMIN_ORG)
                .put("/orgs/buoy/memberships/hank")
                .is(200);
        new PeopleSteps(fixture).accept(FixtureIdentity.HANK, "buoy").is(200);
        fixture.as(FixtureIdentity.WADE_ADMIN_ORG)
                .put("/orgs/buoy/outside_collaborators/nell")
                .is(204);
        fixture.as(FixtureIdentity.WADE_ADMIN_ORG)
                .delete("/orgs/buoy/members/mona")
                .is(204);
        arrange("""
            {"repositories": [{"owner": "buoy", "name": "light", "collaborators": [
                {"login": "dana", "permission": "maintain"}, {"login": "anna", "permission": "maintain"}]}]}""");
        arrange("""
            {"organizations": [{"login": "buoy", "teams": [
                {"slug": "lamp", "name": "Lamps", "description": "Light", "members": ["hank"],
                 "repositories": [{"name": "light", "$delete": true}]},
                {"slug": "oil", "parent": "lamp", "repositories": [{"name": "light", "permission": "maintain"}]}]}]}""");
        arrange("{\"organizations\": [{\"login\": \"buoy\", \"teams\": [{\"slug\": \"oil\", \"$delete\": true}]}]}");
        installation(receiver, "\"permissions\": {\"members\": \"read\"}, \"repositories\": [\"light\"]");
        installation(receiver, "\"permissions\": {\"members\": \"write\"}");
        installation(receiver, "\"repository_selection\": \"selected\", \"repositories\": []");
        installation(receiver, "\"repositories\": [\"light\"]");
        installation(receiver, "\"suspended_at\": \"2026-01-01T00:00:00Z\"");
        installation(receiver, "\"suspended_at\": null, \"suspended_by\": null");
        arrange("{\"apps\": [{\"slug\": \"ear\", \"installations\": [{\"account\": \"buoy\", \"$delete\": true}]}]}");
    }

    private void installation(VerifyingReceiver receiver, String members) {
        arrange("""
            {"apps": [{"slug": "ear", "id": 77, "owner": "wade", "permissions": {"members": "read"}, "events": ["member"],
              "webhook": {"url": "%s", "secret": "s", "content_type": "json"},
              "installations": [{"id": 770, "account": "buoy", %s}]}]}""".formatted(receiver.url("/app"), members));
    }

    private void arrange(String state) {
        fixture.control().patch("/state?events=true", state).is(204);
    }
}
