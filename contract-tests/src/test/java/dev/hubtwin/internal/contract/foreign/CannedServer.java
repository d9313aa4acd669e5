package dev.hubtwin.internal.contract.foreign;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.head;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import dev.hubtwin.internal.contract.config.Target;
import dev.hubtwin.internal.contract.config.TargetConfig;
import dev.hubtwin.internal.contract.result.Result;
import dev.hubtwin.internal.contract.runner.ContractParts;
import dev.hubtwin.internal.contract.runner.ExecutionRecorder;
import dev.hubtwin.internal.contract.runner.ExternalTarget;
import dev.hubtwin.internal.contract.runner.JUnitLauncher;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;

/**
 * A server that is not ours: canned answers for a few public operations, an honest 404 for the rest, 401 for every
 * credential.
 */
final class CannedServer implements AutoCloseable {

    private static final String ERROR = "{\"message\": \"%s\", \"documentation_url\": \"https://docs.example/rest\"}";

    private Duration timeout = Duration.ofSeconds(10);
    private final WireMockServer server;

    CannedServer() {
        this(0);
    }

    private CannedServer(int port) {
        server = new WireMockServer(WireMockConfiguration.options().port(port).globalTemplating(true));
        server.start();
        say(9, any(anyUrl()), error(404, "Not Found"));
        say(8, any(anyUrl()).withHeader("Authorization", matching(".+")), error(401, "Bad credentials"));
        say(
                7,
                any(urlMatching("/user/.*")).withHeader("Authorization", absent()),
                error(401, "Requires authentication"));
        String forge = organization("forge", 3);
        String smithy = organization("smithy", 8);
        list("/organizations", "[" + forge + "," + smithy + "]");
        list("/organizations?per_page=2", "[" + forge + "," + smithy + "]");
        list("/organizations?per_page=5&since=3", "[" + smithy + "]");
        say(
                5,
                get(urlMatching("/organizations\\?per_page=(5|30|100|101|1000|0|-1|many|)")),
                ok("[" + forge + "," + smithy + "]"));
        for (String page : List.of("?per_page=1", "?per_page=1&page=2")) {
            say(
                    5,
                    any(urlEqualTo("/organizations" + page)),
                    ok("[" + forge + "]")
                            .withHeader("Link", "<" + at("/organizations?per_page=1&since=3") + ">; rel=\"next\""));
        }
        say(
                4,
                get(urlEqualTo("/organizations?per_page=1")).withHeader("If-None-Match", equalTo("\"one\"")),
                headed(304));
        say(5, any(urlMatching("/orgs/(forge|FORGE)")), ok(whole(forge)));
        say(5, any(urlPathEqualTo("/orgs/forge/public_members")), ok("[]"));
        say(
                5,
                get(urlMatching("/orgs/forge/members.*")),
                headed(302).withHeader("Location", "{{replace request.url 'members' 'public_members'}}"));
    }

    /**
     * Serves until the process is ended, for {@code contract-tests/src/tools/run}.
     *
     * @param args the port
     */
    public static void main(String[] args) {
        new CannedServer(Integer.parseInt(args[0]));
    }

    /** Runs the scenarios of a class without a config. */
    List<Result> run(String type) {
        return run(type, TargetConfig.NONE);
    }

    /** Runs the scenarios of a class. */
    List<Result> run(String type, TargetConfig names) {
        return run(List.of(DiscoverySelectors.selectClass(ContractParts.type(type))), names);
    }

    /** Runs some scenarios. */
    List<Result> run(List<DiscoverySelector> scenarios, TargetConfig names) {
        return run(scenarios, names, false);
    }

    /** Runs the scenarios of a class on a strict target. */
    List<Result> runStrictly(String type) {
        return run(List.of(DiscoverySelectors.selectClass(ContractParts.type(type))), TargetConfig.NONE, true);
    }

    private List<Result> run(List<DiscoverySelector> scenarios, TargetConfig names, boolean strict) {
        ExecutionRecorder recorder = new ExecutionRecorder(result -> {});
        Target target = Target.of(URI.create(server.baseUrl()), strict, names, false, recorder)
                .withTimeout(timeout);
        new JUnitLauncher(new ExternalTarget(target), scenarios, List.of(), 1)
                .execute(CancellationToken.create(), recorder);
        return recorder.results();
    }

    /** Sets how long the scenarios wait for an answer. */
    void timeout(Duration other) {
        timeout = other;
    }

    /** Returns how many requests with a method and a path arrived. */
    int arrived(String method, String path) {
        return server.countRequestsMatching(
                        RequestPatternBuilder.newRequestPattern(RequestMethod.fromString(method), urlPathEqualTo(path))
                                .build())
                .getCount();
    }

    /** Answers requests in place of the honest server. */
    void instead(MappingBuilder request, ResponseDefinitionBuilder answer) {
        say(1, request, answer);
    }

    /** Makes an answer with a body and GitHub's headers. */
    static ResponseDefinitionBuilder ok(String json) {
        return headed(200)
                .withHeader("Content-Type", "application/json; charset=utf-8")
                .withHeader("ETag", "\"one\"")
                .withBody(json);
    }

    /** Makes an answer with an error. */
    static ResponseDefinitionBuilder error(int status, String message) {
        return headed(status)
                .withHeader("Content-Type", "application/json; charset=utf-8")
                .withBody(ERROR.formatted(message));
    }

    /** Makes an answer with the headers of every answer. */
    static ResponseDefinitionBuilder headed(int status) {
        return aResponse()
                .withStatus(status)
                .withHeader("X-GitHub-Request-Id", "{{randomValue type='UUID'}}")
                .withHeader("X-GitHub-Media-Type", "github.v3; format=json");
    }

    /** Returns an organization as in a list. */
    String organization(String login, int id) {
        return """
        {"login": "%1$s", "id": %2$d, "node_id": "O_%2$d", "url": "%3$s", "repos_url": "%3$s/repos", "events_url": "%3$s/events", "hooks_url": "%3$s/hooks",
         "issues_url": "%3$s/issues", "members_url": "%3$s/members{/member}", "public_members_url": "%3$s/public_members{/member}",
         "avatar_url": "%3$s.png", "description": null}""".formatted(login, id, at("/orgs/" + login))
                .replace("{/", "\\\\{/")
                .replace("\\\\", "");
    }

    /** Returns an organization as a whole. */
    static String whole(String organization) {
        return organization.substring(0, organization.length() - 1) + """
        , "name": null, "company": null, "blog": null, "location": null, "email": null, "twitter_username": null, "is_verified": false,
         "has_organization_projects": true, "has_repository_projects": true, "public_repos": 1, "public_gists": 0, "followers": 0, "following": 0,
         "html_url": "https://forge.example", "created_at": "2020-01-01T00:00:00Z", "updated_at": "2020-01-01T00:00:00Z", "archived_at": null,
         "type": "Organization", "also": "what nobody described"}""";
    }

    /** Returns a URL of this server. */
    String at(String path) {
        return server.baseUrl() + path;
    }

    private void list(String url, String json) {
        say(5, get(urlEqualTo(url)), ok(json));
        say(5, head(urlEqualTo(url)), ok(json));
    }

    private void say(int priority, MappingBuilder request, ResponseDefinitionBuilder answer) {
        server.stubFor(request.atPriority(priority).willReturn(answer));
    }

    @Override
    public void close() {
        server.stop();
    }
}
