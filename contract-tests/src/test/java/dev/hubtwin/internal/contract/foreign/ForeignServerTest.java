package dev.hubtwin.internal.contract.foreign;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static dev.hubtwin.internal.contract.foreign.CannedServer.error;
import static dev.hubtwin.internal.contract.foreign.CannedServer.headed;
import static dev.hubtwin.internal.contract.foreign.CannedServer.ok;
import static dev.hubtwin.internal.contract.foreign.CannedServer.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.hubtwin.internal.contract.config.ConfigKey;
import dev.hubtwin.internal.contract.config.TargetConfig;
import dev.hubtwin.internal.contract.http.Exchange;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.result.Result;
import dev.hubtwin.internal.contract.result.Result.Outcome;
import dev.hubtwin.internal.contract.runner.JUnitLauncher;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** That the scenarios bite on a server that is not ours, and say why in words for who reads no Java. */
@Tag("slow")
class ForeignServerTest {

    private static final String ORGANIZATIONS = "OrganizationsContract$OnAnyServer";

    private static final TargetConfig OWNED =
            TargetConfig.NONE.with(ConfigKey.ORGANIZATION, "forge").with(ConfigKey.OWNER_TOKEN, "whatever");
    private final CannedServer server = new CannedServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void anHonestLittleServerPassesOrIsTold() {
        List<Result> results = server.run(JUnitLauncher.ALL, TargetConfig.NONE);
        assertEquals(List.of(), failures(results));
        assertTrue(
                results.stream()
                                .filter(result -> result.outcome() == Outcome.PASSED)
                                .count()
                        > 200,
                "passed");
        assertTrue(
                results.stream()
                        .anyMatch(result -> result.reason()
                                .startsWith(
                                        "differs from GitHub where its documents promise nothing (--strict makes this a failure): GET "
                                                + server.at("/organizations"))),
                "it tells no rate limit, say");
    }

    @Test
    void whatNoDocumentPromisesIsAFailureOfAStrictTarget() {
        server.instead(
                get(urlEqualTo("/organizations")), ok("[]").withHeader("X-GitHub-Api-Version-Selected", "2022-11-28"));
        List<String> failures = failures(server.runStrictly("MetaContract$CredentialsOnAnyServer"));
        assertTrue(
                failures.stream()
                        .anyMatch(failure -> failure.startsWith(
                                "GET " + server.at("/organizations") + ": expected the status 401, but got 200")),
                () -> String.join("\n\n", failures));
    }

    @Test
    void aLinkToAnotherServerIsNotFollowed() {
        server.instead(
                get(urlEqualTo("/organizations?per_page=2")),
                ok("[" + server.organization("forge", 3) + "]")
                        .withHeader("Link", "<https://elsewhere.example/organizations?since=3>; rel=\"next\""));
        told(ORGANIZATIONS, "- next leaves the root of the API: https://elsewhere.example/organizations?since=3");
        server.instead(
                get(urlEqualTo("/organizations?per_page=2")),
                ok("[" + server.organization("forge", 3) + "]")
                        .withHeader("Link", "<" + server.at("/a b") + ">; rel=\"next\""));
        told(ORGANIZATIONS, "an answer leads to " + server.at("/a b") + ", which is not a URL");
    }

    @Test
    void anotherStatusIsToldWithWhatWasAskedAndWhatCame() {
        server.instead(
                get(urlEqualTo("/orgs/hubtwin-nobody-is-called-so")), ok(whole(server.organization("whoever", 9))));
        told(
                "MetaContract$OnAnyServer",
                "GET " + server.at("/orgs/hubtwin-nobody-is-called-so")
                        + ": expected the status 404, but got 200 with the body\n{\"login\": \"whoever\"");
    }

    @Test
    void aStatusThatTheDescriptionDoesNotHaveIsToldWithThoseItHas() {
        forge(error(500, "Server Error"));
        told(
                ORGANIZATIONS,
                "GET " + server.at("/orgs/forge") + " was answered 500, which breaks the description of orgs/get:\n"
                        + "- the status 500 is not one of those that it lists: [200, 304, 400, 401, 403, 404, 414, 429, 431]\n"
                        + "The answer came with the body\n{\"message\": \"Server Error\"");
    }

    @Test
    void aMissingMemberIsNamed() {
        forge(ok(whole(server.organization("forge", 3).replace("\"id\": 3, ", ""))));
        told(
                ORGANIZATIONS,
                "GET " + server.at("/orgs/forge") + " was answered 200, which breaks the description of "
                        + "orgs/get:\n- the body: required property 'id' not found");
    }

    @Test
    void anotherTypeIsNamed() {
        forge(ok(whole(server.organization("forge", 3).replace("\"id\": 3", "\"id\": \"3\""))));
        told(ORGANIZATIONS, "- /id: string found, integer expected");
    }

    @Test
    void aMissingHeaderIsNamed() {
        forge(new ResponseDefinitionBuilder()
                .withHeader("Content-Type", "application/json")
                .withHeader("X-GitHub-Media-Type", "github.v3")
                .withBody(whole(server.organization("forge", 3))));
        told(ORGANIZATIONS, "- there is no header X-GitHub-Request-Id\nThe answer came");
    }

    @Test
    void aPageForPeopleInsteadOfJsonIsTold() {
        forge(headed(200).withHeader("Content-Type", "text/html; charset=utf-8").withBody("<h1>Unicorn!</h1>"));
        told(
                ORGANIZATIONS,
                "- the content type is text/html; charset=utf-8 and not application/json\n- the "
                        + "body is not JSON\n"
                        + "The answer came with the body\n<h1>Unicorn!</h1>");
    }

    @Test
    void anAnswerThatDoesNotComeIsWaitedForAndTold() {
        server.run(ORGANIZATIONS); // the first answers take longest
        server.timeout(Duration.ofSeconds(1));
        forge(ok("{}").withFixedDelay(4_000));
        told(
                ORGANIZATIONS,
                "GET " + server.at("/orgs/forge") + ": no complete answer came: it took too long (the limit is "
                        + "1.0 seconds)");
    }

    @Test
    void aBodyWithoutEndIsNotReadToItsEnd() {
        forge(ok("[" + " ".repeat(3 << 20) + "]"));
        told(
                ORGANIZATIONS,
                "GET " + server.at("/orgs/forge")
                        + ": no complete answer came: the body has more than 2 MiB, which is all "
                        + "that is read of one");
    }

    @Test
    void aBrokenConnectionIsTold() {
        forge(new ResponseDefinitionBuilder().withFault(Fault.CONNECTION_RESET_BY_PEER));
        told(ORGANIZATIONS, "GET " + server.at("/orgs/forge") + ": no complete answer came: the connection broke");
    }

    @Test
    void aRedirectionElsewhereIsTold() {
        server.instead(
                get(urlPathEqualTo("/orgs/forge/members")),
                headed(302).withHeader("Location", "https://elsewhere.example/login"));
        told("MembersContract$OnAnyServer", "- Location leaves the root of the API: https://elsewhere.example/login");
    }

    @Test
    void anOrderThatIsNoneIsTold() {
        server.instead(
                get(urlEqualTo("/organizations?per_page=2")),
                ok("[" + server.organization("smithy", 8) + "," + server.organization("forge", 3) + "]"));
        told(
                ORGANIZATIONS,
                "GET " + server.at("/organizations?per_page=2") + ": expected an id above 8 before 3, but got 200");
    }

    @Test
    void aListThatNeverEndsDoesNotHoldTheRunnerUp() {
        TargetConfig names =
                TargetConfig.NONE.with(ConfigKey.ORGANIZATION, "forge").with(ConfigKey.OUTSIDER_TOKEN, "whatever");
        String orgs = "[" + server.organization("smithy", 8) + "]";
        server.instead(
                any(urlPathEqualTo("/user/orgs")),
                ok(orgs).withHeader(
                                "Link",
                                "<" + server.at("/user/orgs?page={{math request.query.page '+' 1}}")
                                        + ">; rel=\"next\""));
        server.instead(
                any(urlEqualTo("/user/orgs?per_page=100")),
                ok(orgs).withHeader("Link", "<" + server.at("/user/orgs?page=1") + ">; rel=\"next\""));
        told(
                ORGANIZATIONS,
                names,
                "GET " + server.at("/user/orgs?per_page=100")
                        + ": the list does not end, rel=\"next\" of page 300 leads on to "
                        + server.at("/user/orgs?page=300"));
        server.instead(
                any(urlPathEqualTo("/user/orgs")),
                ok(orgs).withHeader("Link", "<" + server.at("/user/orgs?page=1") + ">; rel=\"next\""));
        told(
                ORGANIZATIONS,
                names,
                "rel=\"next\" of page 2 leads on to " + server.at("/user/orgs?page=1") + ", which was there before");
    }

    @Test
    void aSecretThatIsShownIsNotRepeatedInTheMessage() {
        TargetConfig names = TargetConfig.NONE.with(ConfigKey.SCOPELESS_TOKEN, "ghp_verySecret");
        List<String> failures = failures(server.run(ORGANIZATIONS, names));
        assertFalse(failures.isEmpty());
        failures.forEach(failure -> assertFalse(failure.contains("ghp_verySecret"), failure));
    }

    @Test
    void aRequestWithoutAnAnswerIsToldAsItself() {
        forge(headed(200).withFault(Fault.CONNECTION_RESET_BY_PEER));
        Result failed = server.run(ORGANIZATIONS).stream()
                .filter(result -> result.reason().contains("no complete answer came"))
                .findFirst()
                .orElseThrow();
        Exchange last = failed.exchanges().get(failed.exchanges().size() - 1);
        assertEquals("/orgs/forge " + HttpAnswer.NONE, last.uri().getPath() + " " + last.answer());
    }

    @Test
    void aSpentRateLimitIsNoFault() {
        server.instead(
                any(urlPathEqualTo("/organizations")),
                error(403, "API rate limit exceeded")
                        .withHeader("X-RateLimit-Remaining", "0")
                        .withHeader("X-RateLimit-Reset", "1893456000"));
        List<Result> results = server.run("MetaContract$OnAnyServer");
        assertEquals(List.of(), failures(results));
        assertTrue(results.stream()
                .anyMatch(result ->
                        result.reason().equals("the server's rate limit is used up until 2030-01-01T00:00:00Z")));
    }

    @Test
    void whatAScenarioMadeIsDeletedThoughItFails() {
        hooks();
        server.instead(get(urlEqualTo("/orgs/forge/hooks/7")), error(500, "Server Error"));
        told("WebhooksContract$OnAnyServer", OWNED, "GET " + server.at("/orgs/forge/hooks/7") + " was answered 500");
        assertTrue(server.arrived("DELETE", "/orgs/forge/hooks/7") > 0, "deleted all the same");
    }

    @Test
    void whatCannotBePutBackIsTold() {
        hooks();
        server.instead(get(urlEqualTo("/orgs/forge/hooks/7")), ok(hook()));
        told(
                "WebhooksContract$OnAnyServer",
                OWNED,
                "Not everything could be restored; restore it by hand:\n" + "GET " + server.at("/orgs/forge/hooks/7")
                        + ": expected the status 404, but got 200");
    }

    /** Makes webhooks, says that it deletes them, and lists none. */
    private void hooks() {
        server.instead(get(urlPathEqualTo("/orgs/forge/hooks")), ok("[]"));
        server.instead(
                post(urlEqualTo("/orgs/forge/hooks")),
                headed(201)
                        .withHeader("Location", server.at("/orgs/forge/hooks/7"))
                        .withHeader("Content-Type", "application/json")
                        .withBody(hook()));
        server.instead(delete(urlEqualTo("/orgs/forge/hooks/7")), headed(204));
    }

    private String hook() {
        return """
        {"type": "Organization", "id": 7, "name": "web", "active": true, "events": ["push"], "config": {"url": "https://forge.example",
         "content_type": "form", "insecure_ssl": "0"}, "url": "%1$s", "ping_url": "%1$s/pings", "updated_at": "2020-01-01T00:00:00Z",
         "created_at": "2020-01-01T00:00:00Z"}""".formatted(server.at("/orgs/forge/hooks/7"));
    }

    private void forge(ResponseDefinitionBuilder answer) {
        server.instead(any(urlEqualTo("/orgs/forge")), answer);
    }

    private void told(String scenarios, String message) {
        told(scenarios, TargetConfig.NONE, message);
    }

    private void told(String scenarios, TargetConfig names, String message) {
        List<String> failures = failures(server.run(scenarios, names));
        assertTrue(
                failures.stream().anyMatch(failure -> failure.contains(message)),
                () -> message + "\nis not in\n" + String.join("\n\n", failures));
    }

    private static List<String> failures(List<Result> results) {
        return results.stream()
                .filter(result -> result.outcome().isFailure())
                .map(Result::reason)
                .toList();
    }
}
