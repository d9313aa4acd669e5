package dev.hubtwin.internal.contract.meta;

import static dev.hubtwin.internal.contract.scenario.AppSteps.ids;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.scenario.AppSteps;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Public SSH keys of the caller. */
@FixtureScenarios
abstract class SshKeysScenarios {

    private static final String LIST = "/user/keys";
    private static final String NEW = "{\"title\": \"Phone\", \"key\": \"ssh-ed25519 AAAAnew ada@phone\"}";

    private final Fixture fixture;

    SshKeysScenarios(Fixture fixture) {
        this.fixture = fixture;
    }

    @BeforeEach
    void begin() {
        fixture.restoreAfterwards();
        fixture.merge("""
                {"tokens": [
                  {"token": "ghp_ada_reads_keys", "user": "ada", "kind": "classic", "scopes": ["read:public_key"]},
                  {"token": "ghp_ada_writes_keys", "user": "ada", "kind": "classic", "scopes": ["write:public_key"]},
                  {"token": "github_pat_ada_reads_keys", "user": "ada", "kind": "fine_grained", "resource_owner": "ada", "permissions": {"git_ssh_keys": "read"}},
                  {"token": "github_pat_ada_writes_keys", "user": "ada", "kind": "fine_grained", "resource_owner": "ada", "permissions": {"git_ssh_keys": "write"}}]}
                """);
    }

    private TestClient ada() {
        return fixture.as(FixtureIdentity.ADA);
    }

    @Test
    @DisplayName("GET /user/keys lists the keys of the user, and nobody else's (decisions)")
    void lists() {
        assertEquals(List.of(61, 62), ids(ada().get(LIST).is(200).json()));
        assertEquals(
                List.of(62), ids(ada().get(LIST + "?per_page=1&page=2").is(200).json()));
        fixture.merge("{\"tokens\": [{\"token\": \"ghp_abel_keys\", \"user\": \"abel\", \"kind\": \"classic\", "
                + "\"scopes\": [\"admin:public_key\"]}]}");
        TestClient abel = new AppSteps(fixture).bearing("token ghp_abel_keys");
        assertEquals("[]", abel.get(LIST).is(200).text());
        abel.get(LIST + "/61").is(404);
        abel.delete(LIST + "/61").is(404);
    }

    @Test
    @DisplayName("POST /user/keys adds a key that is found where Location says; its comment is not kept (decisions)")
    void adds() {
        HttpAnswer added = ada().post(LIST, NEW).is(201);
        JsonNode key = added.json();
        assertEquals(
                "Phone ssh-ed25519 AAAAnew true false",
                key.path("title").asText() + " " + key.path("key").asText() + " " + key.path("verified") + " "
                        + key.path("read_only"));
        assertEquals(key.path("url").asText(), added.header("Location"));
        assertEquals(key, ada().get(added.header("Location")).is(200).json());
        ada().delete(added.header("Location")).is(204);
        ada().get(added.header("Location")).is(404);
        assertEquals(
                "ada@phone",
                ada().post(LIST, "{\"key\": \"ssh-ed25519 AAAAnew ada@phone\"}")
                        .is(201)
                        .json()
                        .path("title")
                        .asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ssh-rsa", "ssh-rsa ???", "pgp AAAA", "AAAAB3NzaC1yc2EAAAA"})
    @DisplayName("POST /user/keys refuses what is not a key (reported)")
    void refusesOthers(String key) {
        assertEquals(
                "key is invalid. You must supply a key in OpenSSH public key format",
                error("{\"title\": \"Phone\", \"key\": \"" + key + "\"}"));
    }

    @Test
    @DisplayName("POST /user/keys refuses a key that somebody has (reported)")
    void refusesTheKnown() {
        assertEquals("key is already in use", error("{\"key\": \"ssh-rsa AAAAB3NzaC1yc2EAAAA again\"}"));
        ada().post(LIST, "{\"title\": \"Phone\"}").is(422);
    }

    private String error(String body) {
        JsonNode error = ada().post(LIST, body).is(422).json().at("/errors/0");
        assertEquals(
                "PublicKey custom key",
                error.path("resource").asText() + " " + error.path("code").asText() + " "
                        + error.path("field").asText());
        return error.path("message").asText();
    }

    @ParameterizedTest
    @CsvSource({
        "ghp_ada_reads_keys, 200, 404, 404",
        "ghp_ada_writes_keys, 200, 201, 404",
        "ghp_ada, 200, 201, 204",
        "github_pat_ada_reads_keys, 200, 403, 403",
        "github_pat_ada_writes_keys, 200, 201, 204",
        "ghu_ada, 403, 403, 403",
        "ghp_anna, 404, 404, 404",
        "ghs_atlas, 403, 403, 403",
        "-, 401, 401, 401"
    })
    @DisplayName(
            "GET and POST /user/keys, and DELETE /user/keys/{key_id} each take one scope more of public_key, or git_ssh_keys (decisions)")
    void takeTheirScopes(String token, int read, int write, int delete) {
        TestClient client = token.equals("-")
                ? fixture.as(FixtureIdentity.ANONYMOUS)
                : new AppSteps(fixture).bearing("token " + token);
        client.get(LIST).is(read);
        client.get(LIST + "/61").is(read);
        client.post(LIST, NEW).is(write);
        client.delete(LIST + "/61").is(delete);
    }
}
