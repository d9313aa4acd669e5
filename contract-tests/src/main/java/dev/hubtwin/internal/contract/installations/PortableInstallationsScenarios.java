package dev.hubtwin.internal.contract.installations;

import static dev.hubtwin.internal.contract.scenario.Checks.given;
import static dev.hubtwin.internal.contract.scenario.Checks.hold;
import static dev.hubtwin.internal.contract.scenario.ServerUnderTest.NOBODY;
import static dev.hubtwin.internal.contract.scenario.ServerUnderTest.NOTHING;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.ConfigKey;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.scenario.PortableScenarios;
import dev.hubtwin.internal.contract.scenario.Reads;
import dev.hubtwin.internal.contract.scenario.Requires;
import dev.hubtwin.internal.contract.scenario.ServerUnderTest;
import dev.hubtwin.internal.contract.scenario.WorldPart;
import dev.hubtwin.internal.contract.scenario.Writes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where an app is installed, and the tokens that it makes for itself there. */
@PortableScenarios
@Reads(WorldPart.INSTALLATION)
@Requires({ConfigKey.APP_ID, ConfigKey.APP_KEY})
abstract class PortableInstallationsScenarios {

    private static final String ALL = "/app/installations";

    private final ServerUnderTest server;

    PortableInstallationsScenarios(ServerUnderTest server) {
        this.server = server;
    }

    @Test
    @DisplayName("GET /app/installations lists the installation, with its permissions; GET "
            + "/app/installations/{installation_id} is the same (R129, R133)")
    @Requires(ConfigKey.INSTALLATION)
    void listsThem() {
        HttpAnswer one = server.app().get(path()).is(200);
        hold(
                one.member("app_id").equals(server.name(ConfigKey.APP_ID)),
                one,
                "the app_id " + server.name(ConfigKey.APP_ID));
        List<JsonNode> same = server.app().pages(ALL + "?per_page=100").stream()
                .flatMap(page -> page.json().valueStream())
                .filter(found -> found.path("id").asText().equals(server.name(ConfigKey.INSTALLATION)))
                .toList();
        hold(
                same.size() == 1,
                server.app().get(ALL),
                "the installation " + server.name(ConfigKey.INSTALLATION) + " once on the pages");
        hold(
                same.get(0).path("permissions").equals(one.json().path("permissions")),
                one,
                "the permissions of the list, " + same.get(0).path("permissions"));
    }

    @Test
    @DisplayName("GET /app/installations with per_page=1 gives one, and leads on (R132)")
    void pages() {
        HttpAnswer first = server.app().get(ALL + "?per_page=1").is(200);
        hold(first.json().size() <= 1, first, "one installation at most");
        given(server.app().get(ALL + "?per_page=2").is(200).json().size() == 2, "the app has no two installations");
        hold(first.links().containsKey("next"), first, "a Link with rel=\"next\", for there are more");
        HttpAnswer second = server.app().get(first.links().get("next")).is(200);
        hold(!second.json().path(0).path("id").equals(first.json().path(0).path("id")), second, "another installation");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GET, /app/installations/ID",
        "DELETE, /app/installations/ID",
        "PUT, /app/installations/ID/suspended",
        "DELETE, /app/installations/ID/suspended",
        "POST, /app/installations/ID/access_tokens"
    })
    @DisplayName(
            "Every operation on an installation is 404 for an installation that does not exist (R133, R134, " + "R144)")
    void knowsNoOther(String method, String template) {
        String path = template.replace("ID", Long.toString(NOTHING));
        (method.equals("GET") ? server.app().get(path) : server.app().send(method, path, "")).is(404);
    }

    @ParameterizedTest(name = "GET {0}")
    @CsvSource({"/orgs/NAME/installation", "/users/NAME/installation", "/repos/NAME/NAME/installation"})
    @DisplayName("GET /orgs/{org}/installation, /users/{username}/installation and "
            + "/repos/{owner}/{repo}/installation are 404 where the app is not installed (R154, R157)")
    void isNotFoundElsewhere(String template) {
        server.expect(server.app().get(template.replace("NAME", NOBODY)), 404);
    }

    @Test
    @DisplayName("GET /orgs/{org}/installation or GET /users/{username}/installation finds the installation by its "
            + "account (R154, R157)")
    @Requires(ConfigKey.INSTALLATION)
    void isFoundByAccount() {
        HttpAnswer one = server.app().get(path()).is(200);
        String account = one.json().at("/account/login").asText();
        boolean organization = one.member("target_type").equals("Organization");
        same(server.app()
                .get((organization ? "/orgs/" : "/users/") + account + "/installation")
                .is(200));
        if (organization) { // whose login is a user's too, in this operation
            server.byConvention(() ->
                    same(server.app().get("/users/" + account + "/installation").is(200)));
        }
    }

    @Test
    @DisplayName(
            "GET /repos/{owner}/{repo}/installation finds the installation by a repository that it reaches, in any "
                    + "case (R155, R158)")
    @Requires(ConfigKey.INSTALLATION)
    @Writes({})
    void isFoundByRepository() {
        String repository = with(token("").is(201))
                .get("/installation/repositories")
                .is(200)
                .json()
                .at("/repositories/0/full_name")
                .asText();
        given(!repository.isEmpty(), "the installation reaches no repository");
        same(server.app().get("/repos/" + repository + "/installation").is(200));
        same(server.app()
                .get("/repos/" + repository.toUpperCase(Locale.ROOT) + "/installation")
                .is(200));
    }

    private void same(HttpAnswer found) {
        hold(
                found.member("id").equals(server.name(ConfigKey.INSTALLATION)),
                found,
                "the id " + server.name(ConfigKey.INSTALLATION));
    }

    @Test
    @DisplayName("POST /app/installations/{installation_id}/access_tokens without a body: 201, good for an hour, all "
            + "repositories, no repositories[] (R135, R137, R138)")
    @Requires(ConfigKey.INSTALLATION)
    @Writes({})
    void makesTokens() {
        Instant before = Instant.now();
        HttpAnswer made = token("").is(201);
        Instant end = Instant.parse(made.member("expires_at"));
        long off = Duration.between(before.plusSeconds(3600), end).abs().toSeconds();
        hold(off < 300, made, "expires_at an hour from now, give or take what clocks differ");
        hold(!made.json().has("repositories"), made, "no repositories, for none were asked for");
        with(made).get("/installation/repositories").is(200);
    }

    @ParameterizedTest(name = "{0}", quoteTextArguments = false)
    @ValueSource(
            strings = {
                "null",
                "{\"permissions\": {}}",
                "{\"permissions\": null}",
                "{\"repositories\": []}",
                "{\"repository_ids\": null, \"repositories\": []}"
            })
    @DisplayName(
            "POST /app/installations/{installation_id}/access_tokens with null or nothing in a list narrows nothing "
                    + "(recorded)")
    @Requires(ConfigKey.INSTALLATION)
    @Writes({})
    void narrowsNothing(String body) {
        HttpAnswer whole = token("").is(201);
        HttpAnswer made = token(body);
        server.byConvention(() -> hold(
                made.is(201).json().path("permissions").equals(whole.json().path("permissions"))
                        && made.member("repository_selection").equals(whole.member("repository_selection"))
                        && !made.json().has("repositories"),
                made,
                "what a token without a wish has, permissions " + whole.json().path("permissions")));
    }

    @Test
    @DisplayName("GET /orgs/{org}/members/{username} and /orgs/{org}/members by an installation without the permission "
            + "members are answered as to a stranger (recorded)")
    @Requires({ConfigKey.INSTALLATION, ConfigKey.OWNER})
    @Writes({})
    void isAStrangerWithoutThePermission() {
        String account =
                server.app().get(path()).is(200).json().at("/account/login").asText();
        TestClient blind =
                with(token("{\"permissions\": {\"metadata\": \"read\"}}").is(201));
        for (String members : List.of("/members", "/members/" + server.name(ConfigKey.OWNER))) {
            HttpAnswer answer = blind.get("/orgs/" + account + members);
            given(answer.status() != 404, "the installation is on no organization");
            server.byConvention(() -> hold(
                    String.valueOf(answer.is(302).header("Location")).contains("/public_members"),
                    answer,
                    "a Location at the public members"));
        }
    }

    @Test
    @DisplayName("POST /app/installations/{installation_id}/access_tokens narrows to permissions and repositories that "
            + "are asked for (R138, R140, R141)")
    @Requires(ConfigKey.INSTALLATION)
    @Writes({})
    void narrowsTokens() {
        HttpAnswer narrow = token("{\"permissions\": {\"metadata\": \"read\"}}").is(201);
        hold(
                narrow.json().path("permissions").toString().equals("{\"metadata\":\"read\"}"),
                narrow,
                "the permissions that were asked for alone");
        HttpAnswer all =
                with(token("").is(201)).get("/installation/repositories").is(200);
        String repository = all.json().at("/repositories/0/name").asText();
        given(!repository.isEmpty(), "the installation reaches no repository");
        HttpAnswer one = token("{\"repositories\": [\"" + repository + "\"]}").is(201);
        hold(
                one.json().path("repositories").size() == 1
                        && one.member("repository_selection").equals("selected"),
                one,
                "that repository alone");
        HttpAnswer reached = with(one).get("/installation/repositories").is(200);
        hold(reached.json().path("total_count").asInt() == 1, reached, "one repository");
    }

    @ParameterizedTest(name = "{0}", quoteTextArguments = false)
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"repositories\": [\"" + NOBODY + "\"]}",
                "{\"repository_ids\": [" + NOTHING + "]}",
                "{\"permissions\": {\"metadata\": \"admin\"}}"
            })
    @DisplayName("POST /app/installations/{installation_id}/access_tokens for more than the installation has is 422 "
            + "(R139, R141)")
    @Requires(ConfigKey.INSTALLATION)
    @Writes({})
    void givesNoMoreThanThereIs(String body) {
        token(body).is(422);
    }

    @Test
    @DisplayName("POST /app/installations/{installation_id}/access_tokens passes over members that it does not know "
            + "(R142)")
    @Requires(ConfigKey.INSTALLATION)
    @Writes({})
    void toleratesOtherMembers() {
        token("{\"repository\": \"Hello-World\"}").is(201);
    }

    @Test
    @DisplayName("GET /orgs/{org}/installations counts all of them on one page of one, for owners (R55, R56)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.OWNER_TOKEN, ConfigKey.OUTSIDER_TOKEN})
    void countsThoseOfAnOrganization() {
        HttpAnswer whole = server.as(ConfigKey.OWNER_TOKEN)
                .get(server.organization("/installations?per_page=100"))
                .is(200);
        HttpAnswer page = server.as(ConfigKey.OWNER_TOKEN)
                .get(server.organization("/installations?per_page=1"))
                .is(200);
        hold(
                page.json().path("total_count").equals(whole.json().path("total_count")),
                page,
                "the total_count " + whole.json().path("total_count"));
        hold(page.json().path("installations").size() <= 1, page, "one installation at most");
        server.expect(server.as(ConfigKey.OUTSIDER_TOKEN).get(server.organization("/installations")), 403, 404);
    }

    @Test
    @DisplayName("PUT and DELETE /app/installations/{installation_id}/suspended stop the app for a while: no tokens "
            + "meanwhile (R143, R144)")
    @Requires({ConfigKey.INSTALLATION, ConfigKey.MAY_SUSPEND})
    @Writes(WorldPart.INSTALLATION)
    void suspends() {
        server.afterwards(() -> {
            server.app().delete(path() + "/suspended").is(204);
            HttpAnswer again = server.app().get(path()).is(200);
            hold(again.json().path("suspended_at").isNull(), again, "suspended_at: null");
        });
        server.app().put(path() + "/suspended").is(204);
        HttpAnswer suspended = server.app().get(path()).is(200);
        hold(suspended.json().path("suspended_at").isTextual(), suspended, "a moment in suspended_at");
        token("").is(403);
        server.app().delete(path() + "/suspended").is(204);
        token("").is(201);
    }

    private String path() {
        return ALL + "/" + server.name(ConfigKey.INSTALLATION);
    }

    private HttpAnswer token(String body) {
        return server.app().post(path() + "/access_tokens", body);
    }

    private TestClient with(HttpAnswer made) {
        return server.bearing("Bearer " + made.member("token"));
    }
}
