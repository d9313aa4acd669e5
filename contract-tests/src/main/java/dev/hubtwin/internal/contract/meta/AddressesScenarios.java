package dev.hubtwin.internal.contract.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The addresses of a caller, and what is there for everybody (decisions). */
@FixtureScenarios
abstract class AddressesScenarios {

    private static final String EMAILS = "/user/emails";

    private final Fixture fixture;

    AddressesScenarios(Fixture fixture) {
        this.fixture = fixture;
    }

    @Test
    @DisplayName(
            "GET /user/emails shows the public address, and the one where notifications are sent, which is primary "
                    + "(decisions)")
    void showsAddresses() {
        fixture.restoreAfterwards();
        String shown = "{\"email\":\"ada@atlas.example\",\"primary\":%s,\"verified\":true,\"visibility\":\"public\"}";
        String alerts =
                "{\"email\":\"alerts@atlas.example\",\"primary\":true,\"verified\":true,\"visibility\":\"private\"}";
        assertEquals("[" + shown.formatted(false) + "," + alerts + "]", emails(FixtureIdentity.ADA));
        fixture.merge("{\"users\": [{\"login\": \"ada\", \"notification_email\": null}]}");
        assertEquals("[" + shown.formatted(true) + "]", emails(FixtureIdentity.ADA));
        fixture.merge("{\"users\": [{\"login\": \"ada\", \"notification_email\": \"ada@atlas.example\"}]}");
        assertEquals("[" + shown.formatted(true) + "]", emails(FixtureIdentity.ADA));
        assertEquals("[]", emails(FixtureIdentity.ANNA));
    }

    @ParameterizedTest
    @CsvSource({
        "ANONYMOUS, 401",
        "REVOKED, 401",
        "ANNA_WITHOUT_SCOPES, 404",
        "ANNA_READ_ORG, 404",
        "ANNA_READS_HARBOR, 403",
        "ANNA_THROUGH_PILOT, 403",
        "HARBOR_READS, 403",
        "ANNA_USER, 200"
    })
    @DisplayName("GET /user/emails takes user or user:email, or the permission email_addresses (decisions)")
    void areTheCallers(FixtureIdentity who, int status) {
        fixture.as(who).get(EMAILS).is(status);
    }

    @Test
    @DisplayName("GET /zen is one of some sentences, in plain text (decisions)")
    void thinks() {
        fixture.restoreAfterwards();
        fixture.clock("2030-01-01T00:00:00Z");
        HttpAnswer first = fixture.as(FixtureIdentity.ANONYMOUS).get("/zen").is(200);
        assertTrue(first.header("Content-Type").startsWith("text/plain"), first.header("Content-Type"));
        assertTrue(first.text().matches("[A-Z][a-z ]+\\."), first.text());
        assertEquals(
                first.text(),
                fixture.as(FixtureIdentity.ADA).get("/zen").is(200).text());
        fixture.clock("2030-01-01T00:00:01Z");
        assertNotEquals(
                first.text(),
                fixture.as(FixtureIdentity.ADA).get("/zen").is(200).text());
    }

    @Test
    @DisplayName("GET /emojis has pictures by name (decisions)")
    void pictures() {
        JsonNode emojis =
                fixture.as(FixtureIdentity.ANONYMOUS).get("/emojis").is(200).json();
        assertTrue(emojis.path("+1").asText().endsWith("/1f44d.png?v8"), emojis::toString);
        assertTrue(emojis.size() > 1);
    }

    private String emails(FixtureIdentity who) {
        return fixture.as(who).get(EMAILS).is(200).text();
    }
}
