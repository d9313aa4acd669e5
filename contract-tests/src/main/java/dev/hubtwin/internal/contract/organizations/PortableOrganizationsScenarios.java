package dev.hubtwin.internal.contract.organizations;

import static dev.hubtwin.internal.contract.scenario.Checks.given;
import static dev.hubtwin.internal.contract.scenario.Checks.hold;
import static dev.hubtwin.internal.contract.scenario.Fixture.SURTUR;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.internal.contract.config.ConfigKey;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.scenario.PortableScenarios;
import dev.hubtwin.internal.contract.scenario.Reads;
import dev.hubtwin.internal.contract.scenario.Requires;
import dev.hubtwin.internal.contract.scenario.ServerUnderTest;
import dev.hubtwin.internal.contract.scenario.WorldPart;
import dev.hubtwin.internal.contract.scenario.Writes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Organizations: what anybody reads of them, what their owners read and change. */
@PortableScenarios
@Reads({WorldPart.ORGANIZATION, WorldPart.PEOPLE})
abstract class PortableOrganizationsScenarios {

    private static final List<String> FOR_OWNERS =
            List.of("billing_email", "plan", "total_private_repos", "default_repository_permission");

    private static final List<String> FOR_OWNERS_ALONE =
            List.of("billing_email", "default_repository_permission", "two_factor_requirement_enabled");

    private final ServerUnderTest server;

    PortableOrganizationsScenarios(ServerUnderTest server) {
        this.server = server;
    }

    @Test
    @DisplayName("GET /organizations lists in the order of creation: ids ascend, from page to page too (R34, R36)")
    void ascends() {
        TestClient reader = server.reader();
        long last = 0;
        String next = "/organizations?per_page=2";
        for (int page = 0; page < 4 && next != null; page++) {
            HttpAnswer answer = reader.get(next).is(200);
            for (long id : ids(answer)) {
                hold(id > last, answer, "an id above " + last + " before " + id);
                last = id;
            }
            next = answer.links().get("next");
        }
    }

    @Test
    @DisplayName("GET /organizations with since gives ids above that one only (R37)")
    void beginsAfter() {
        List<Long> all = ids(server.reader().get("/organizations?per_page=5").is(200));
        given(all.size() > 1, "this server lists no two organizations");
        HttpAnswer rest = server.reader()
                .get("/organizations?per_page=5&since=" + all.get(0))
                .is(200);
        hold(
                ids(rest).indexOf(all.get(1)) == 0,
                rest,
                "the id " + all.get(1) + " first with since=" + all.get(0) + ", not " + ids(rest));
    }

    @Test
    @DisplayName("GET /organizations knows no page but since alone (R35)")
    void knowsNoPages() {
        HttpAnswer second =
                server.reader().get("/organizations?per_page=1&page=2").is(200);
        hold(
                ids(second)
                        .equals(ids(
                                server.reader().get("/organizations?per_page=1").is(200))),
                second,
                "what stands there without page=2");
    }

    @Test
    @DisplayName("The Link of GET /organizations leads on by since, which is the last id of the page (R35, R36)")
    void leadsOn() {
        HttpAnswer page = server.reader().get("/organizations?per_page=1").is(200);
        HttpAnswer two = server.reader().get("/organizations?per_page=2").is(200);
        given(ids(two).size() == 2 && ids(page).size() == 1, "this server lists no two organizations");
        String next = String.valueOf(page.links().get("next"));
        hold(
                next.matches(".*[?&]since=" + ids(page).get(0) + "(&.*)?"),
                page,
                "a Link with rel=\"next\" and since=" + ids(page).get(0) + ", not " + next);
    }

    @ParameterizedTest(name = "per_page={0} gives {1} at most")
    @CsvSource({"1, 1", "2, 2", "100, 100", "101, 100", "1000, 100"})
    @DisplayName("GET /organizations gives 100 a page at most (R38)")
    void limitsPages(int asked, int most) {
        HttpAnswer page =
                server.reader().get("/organizations?per_page=" + asked).is(200);
        hold(
                page.json().size() <= most,
                page,
                most + " organizations at most, not " + page.json().size());
    }

    @ParameterizedTest(name = "per_page={0}")
    @ValueSource(strings = {"0", "-1", "many", ""})
    @DisplayName("GET /organizations takes its default for an invalid per_page (R38)")
    void toleratesPageSizes(String size) {
        HttpAnswer page = server.expect(server.reader().get("/organizations?per_page=" + size), 200);
        server.byConvention(() -> hold(
                page.json().size() <= 30,
                page,
                "30 organizations at most, not " + page.json().size()));
    }

    @Test
    @DisplayName("GET /orgs/{org} takes the name in any case (R7, R158)")
    void ignoresCase() {
        String login = server.anOrganization();
        HttpAnswer upper =
                server.reader().get("/orgs/" + login.toUpperCase(Locale.ROOT)).is(200);
        HttpAnswer asWritten = server.reader().get("/orgs/" + login).is(200);
        hold(upper.member("id").equals(asWritten.member("id")), upper, "the id " + asWritten.member("id"));
    }

    @Test
    @DisplayName("GET /orgs/{org} shows what is for owners to nobody else (R40, R46)")
    void hidesFromStrangers() {
        String login = server.anOrganization();
        HttpAnswer answer = server.anonymous().get("/orgs/" + login);
        given(answer.status() != 401 || server.target().strict(), "this server answers nobody without a credential");
        hidden(answer.is(200));
        hold(answer.member("login").equalsIgnoreCase(login), answer, "the login " + login);
    }

    @Test
    @DisplayName("GET /orgs/{org} shows a member what is for owners alone as null, if at all (R40; recorded)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.MEMBER_TOKEN})
    void hidesFromMembers() {
        HttpAnswer answer =
                server.as(ConfigKey.MEMBER_TOKEN).get(server.organization("")).is(200);
        FOR_OWNERS_ALONE.forEach(
                member -> hold(!answer.json().hasNonNull(member), answer, "the member " + member + " null or absent"));
    }

    @Test
    @DisplayName("GET /orgs/{org} shows an owner with admin:org everything (R40, R46)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.OWNER_TOKEN})
    void showsOwners() {
        HttpAnswer answer =
                server.as(ConfigKey.OWNER_TOKEN).get(server.organization("")).is(200);
        FOR_OWNERS.forEach(member -> hold(answer.members().contains(member), answer, "the member " + member));
    }

    private static void hidden(HttpAnswer answer) {
        FOR_OWNERS.forEach(member -> hold(!answer.members().contains(member), answer, "no member " + member));
    }

    @ParameterizedTest(name = "{0}", quoteTextArguments = false)
    @CsvSource({"OWNER_TOKEN", "MEMBER_TOKEN"})
    @DisplayName("GET /user/orgs lists the organization for a caller who belongs to it (R57)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.OWNER_TOKEN, ConfigKey.MEMBER_TOKEN})
    void listsOwn(ConfigKey token) {
        List<String> logins = server.as(token).allLogins("/user/orgs?per_page=100");
        hold(
                logins.stream().anyMatch(server.name(ConfigKey.ORGANIZATION)::equalsIgnoreCase),
                server.as(token).get("/user/orgs"),
                server.name(ConfigKey.ORGANIZATION) + " on one of the pages");
    }

    @Test
    @DisplayName("GET /user/orgs leaves out where one does not belong (R57)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.OUTSIDER_TOKEN})
    void leavesOthersOut() {
        List<String> logins = server.as(ConfigKey.OUTSIDER_TOKEN).allLogins("/user/orgs?per_page=100");
        hold(
                logins.stream().noneMatch(server.name(ConfigKey.ORGANIZATION)::equalsIgnoreCase),
                server.as(ConfigKey.OUTSIDER_TOKEN).get("/user/orgs"),
                "no " + server.name(ConfigKey.ORGANIZATION) + " on any page");
    }

    @Test
    @DisplayName("GET /user/orgs with per_page=1 gives one organization of several, and leads on (R38, R57)")
    @Requires(ConfigKey.OWNER_TOKEN)
    void pagesOwn() {
        TestClient owner = server.as(ConfigKey.OWNER_TOKEN);
        HttpAnswer two = owner.get("/user/orgs?per_page=2").is(200);
        given(two.json().size() > 1, "the owner does not belong to two organizations");
        HttpAnswer first = owner.get("/user/orgs?per_page=1").is(200);
        hold(first.json().size() == 1, first, "one organization, as per_page says");
        hold(first.links().containsKey("next"), first, "a Link with rel=\"next\", for there are more");
    }

    @Test
    @DisplayName("GET /user/orgs without a scope that suffices is 403 (R58)")
    @Requires(ConfigKey.SCOPELESS_TOKEN)
    void wantsAScope() {
        server.as(ConfigKey.SCOPELESS_TOKEN).get("/user/orgs").is(403);
    }

    @Test
    @DisplayName("GET /users/{username}/orgs lists public memberships only, to the user as to anybody (R60)")
    @Requires({ConfigKey.OWNER, ConfigKey.OWNER_TOKEN, ConfigKey.OUTSIDER_TOKEN})
    void listsPublicMembershipsOnly() {
        String path = "/users/" + server.name(ConfigKey.OWNER) + "/orgs?per_page=100";
        List<String> own = server.as(ConfigKey.OWNER_TOKEN).allLogins(path);
        hold(
                own.equals(server.as(ConfigKey.OUTSIDER_TOKEN).allLogins(path)),
                server.as(ConfigKey.OUTSIDER_TOKEN).get(path),
                "what the user sees: " + own);
    }

    @ParameterizedTest(name = "{0}", quoteTextArguments = false)
    @ValueSource(strings = {"description", "location", "company"})
    @DisplayName("PATCH /orgs/{org} changes the text that is sent, leaves the others, and null clears it (R45, R52)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.OWNER_TOKEN})
    @Writes(WorldPart.ORGANIZATION)
    void changesTexts(String text) {
        ObjectNode before = owned();
        server.afterwards(() -> write(before, text, before.get(text)));
        HttpAnswer changed = write(before, text, before.textNode("Set by a contract test"));
        hold(changed.member(text).equals("Set by a contract test"), changed, "the new " + text + " in the answer");
        HttpAnswer cleared = write(before, text, before.nullNode());
        hold(cleared.json().path(text).isNull(), cleared, "null as " + text + " in the answer");
    }

    /** Sends one member and looks whether it, and nothing else, is read back. */
    private HttpAnswer write(ObjectNode before, String member, JsonNode value) {
        ObjectNode expected = before.deepCopy();
        expected.set(member, value);
        HttpAnswer answer = server.as(ConfigKey.OWNER_TOKEN)
                .patch(
                        server.organization(""),
                        before.objectNode().<ObjectNode>set(member, value).toString())
                .is(200);
        JsonNode after = owned();
        List<String> others = new ArrayList<>();
        expected.fieldNames().forEachRemaining(name -> {
            if (!name.equals("updated_at") && !expected.get(name).equals(after.path(name))) {
                others.add(name + " is " + after.path(name) + " and not " + expected.get(name));
            }
        });
        hold(others.isEmpty(), answer, member + " alone to change; read back, " + String.join(", ", others));
        return answer;
    }

    private ObjectNode owned() {
        return (ObjectNode) server.as(ConfigKey.OWNER_TOKEN)
                .with("Accept", SURTUR)
                .get(server.organization(""))
                .is(200)
                .json();
    }

    @ParameterizedTest(name = "{0}", quoteTextArguments = false)
    @ValueSource(
            strings = {
                "{\"default_repository_permission\": \"sometimes\"}",
                "{\"members_can_create_repositories\": \"perhaps\"}",
                "{\"members_allowed_repository_creation_type\": \"most\"}",
                "{\"description\": {}}"
            })
    @DisplayName("PATCH /orgs/{org} with a value that cannot be is 422 and changes nothing (R47, R48, R54)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.OWNER_TOKEN})
    @Writes(WorldPart.ORGANIZATION)
    void refusesWrongValues(String body) {
        ObjectNode before = owned();
        HttpAnswer answer = server.as(ConfigKey.OWNER_TOKEN)
                .with("Accept", SURTUR)
                .patch(server.organization(""), body)
                .is(422);
        hold(owned().equals(before), answer, "an organization that nothing changed");
    }

    @ParameterizedTest(name = "{0}", quoteTextArguments = false)
    @CsvSource({"MEMBER_TOKEN, 403", "OUTSIDER_TOKEN, 403", "SCOPELESS_TOKEN, 404"})
    @DisplayName("PATCH /orgs/{org} is refused for a caller who is not an owner, or has no admin:org, and changes "
            + "nothing (R45)")
    @Requires({
        ConfigKey.ORGANIZATION,
        ConfigKey.OWNER_TOKEN,
        ConfigKey.MEMBER_TOKEN,
        ConfigKey.OUTSIDER_TOKEN,
        ConfigKey.SCOPELESS_TOKEN
    })
    @Writes(WorldPart.ORGANIZATION)
    void refusesOthers(ConfigKey token, int status) {
        ObjectNode before = owned();
        server.afterwards(() -> write(before, "description", before.get("description")));
        HttpAnswer answer = server.as(token).patch(server.organization(""), "{\"description\": \"Not mine\"}");
        hold(
                owned().equals(before) && answer.status() >= 400,
                answer,
                "a refusal, and an organization that nothing changed");
        server.expect(answer, status, 401, 403, 404);
    }

    private static List<Long> ids(HttpAnswer answer) {
        return answer.json().valueStream().map(one -> one.path("id").asLong()).toList();
    }
}
