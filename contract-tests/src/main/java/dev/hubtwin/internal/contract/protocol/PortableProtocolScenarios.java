package dev.hubtwin.internal.contract.protocol;

import static dev.hubtwin.internal.contract.scenario.Checks.given;
import static dev.hubtwin.internal.contract.scenario.Checks.hold;
import static dev.hubtwin.internal.contract.scenario.ServerUnderTest.NOBODY;

import dev.hubtwin.internal.contract.config.ConfigKey;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.scenario.PortableScenarios;
import dev.hubtwin.internal.contract.scenario.Reads;
import dev.hubtwin.internal.contract.scenario.Requires;
import dev.hubtwin.internal.contract.scenario.ServerUnderTest;
import dev.hubtwin.internal.contract.scenario.WorldPart;
import dev.hubtwin.internal.contract.scenario.Writes;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every request and every answer is like: versions, media types, headers, errors, caching. No fixture is needed.
 */
@PortableScenarios
@Reads({WorldPart.ORGANIZATION, WorldPart.PEOPLE})
public abstract class PortableProtocolScenarios {

    private static final String LIST = "/organizations?per_page=1";
    private static final String VERSION = "X-GitHub-Api-Version";

    private final ServerUnderTest server;

    protected PortableProtocolScenarios(ServerUnderTest server) {
        this.server = server;
    }

    @ParameterizedTest(name = "Accept: {0}")
    @ValueSource(
            strings = {
                "application/vnd.github.v3+json",
                "application/vnd.github+json",
                "application/json",
                "*/*",
                "text/plain",
                "image/png;q=0.5"
            })
    @DisplayName("GET /organizations answers in JSON whatever Accept says (conventions, 8)")
    void toleratesMediaTypes(String accept) {
        server.reader().with("Accept", accept).get(LIST).is(200).json();
    }

    @Test
    @DisplayName("GET /organizations tells the media type that was taken (conventions, 7)")
    void tellsTheMediaType() {
        server.byConvention(() -> {
            HttpAnswer answer = server.reader()
                    .with("Accept", "application/vnd.github.v3+json")
                    .get(LIST)
                    .is(200);
            hold(
                    "github.v3; format=json".equals(answer.header("X-GitHub-Media-Type")),
                    answer,
                    "X-GitHub-Media-Type: github.v3; format=json");
        });
    }

    @Test
    @DisplayName(
            "GET /organizations takes the API version that there is, and an enterprise server any (conventions, 8)")
    void takesTheVersion() {
        server.reader().with(VERSION, "2022-11-28").get(LIST).is(200);
    }

    @ParameterizedTest(name = VERSION + ": {0}")
    @ValueSource(strings = {"v3", "1999-01-01", "2022-11-28x"})
    @DisplayName("GET /organizations in an unknown API version is 400; an enterprise server of 2.22 knows no "
            + "versions (conventions, 8)")
    void refusesOtherVersions(String version) {
        server.expect(
                server.reader().with(VERSION, version).get(LIST),
                server.target().enterprise() ? 200 : 400);
    }

    @Test
    @DisplayName("GET /organizations without a User-Agent is 403 at github.com; an enterprise server asks for none "
            + "(conventions, 8)")
    void wantsAUserAgent() {
        server.expect(
                server.reader().with("User-Agent", "").get(LIST),
                server.target().enterprise() ? 200 : 403);
    }

    @Test
    @DisplayName("Each answer to GET /organizations has a request id of its own (conventions, 7)")
    void namesEachRequest() {
        HttpAnswer first = server.reader().get(LIST).is(200);
        HttpAnswer second = server.reader().get(LIST).is(200);
        hold(
                !first.header("X-GitHub-Request-Id").equals(second.header("X-GitHub-Request-Id")),
                second,
                "another X-GitHub-Request-Id than " + first.header("X-GitHub-Request-Id") + " of the answer before");
    }

    @Test
    @DisplayName("The rate limit that GET /organizations tells adds up (conventions, 6)")
    void tellsTheRateLimit() {
        HttpAnswer answer = server.reader().get(LIST).is(200);
        given(
                answer.header("X-RateLimit-Limit") != null || server.target().strict(),
                "this server tells no rate limit");
        server.byConvention(() -> {
            long limit = number(answer, "X-RateLimit-Limit");
            long remaining = number(answer, "X-RateLimit-Remaining");
            hold(
                    remaining >= 0 && remaining <= limit,
                    answer,
                    "X-RateLimit-Remaining between 0 and " + limit + ", not " + remaining);
            hold(number(answer, "X-RateLimit-Used") <= limit, answer, "X-RateLimit-Used up to " + limit);
            hold(
                    number(answer, "X-RateLimit-Reset") > 1_600_000_000,
                    answer,
                    "X-RateLimit-Reset in seconds of the epoch");
        });
    }

    private static long number(HttpAnswer answer, String header) {
        String value = answer.header(header);
        hold(value != null && value.matches("[0-9]{1,18}"), answer, "a number in " + header + ", not " + value);
        return Long.parseLong(value);
    }

    @ParameterizedTest(name = "HEAD {0}")
    @ValueSource(strings = {LIST, "/orgs/{org}", "/orgs/" + NOBODY, "/orgs/{org}/public_members"})
    @DisplayName("HEAD is answered as GET /organizations, /orgs/{org} and /orgs/{org}/public_members, without the body "
            + "(conventions, 9)")
    void answersHead(String template) {
        String path = template.replace("{org}", template.contains("{") ? server.anOrganization() : "");
        HttpAnswer get = server.reader().get(path);
        HttpAnswer head = server.expect(server.reader().head(path), get.status());
        for (String name : List.of("Content-Type", "Link")) {
            hold(
                    String.valueOf(get.header(name)).equals(String.valueOf(head.header(name))),
                    head,
                    name + ": " + get.header(name) + ", as for GET");
        }
    }

    @Test
    @DisplayName("GET /organizations with the tag of the last answer in If-None-Match is 304 without a body (R39)")
    void knowsItsTags() {
        HttpAnswer answer = server.reader().get(LIST).is(200);
        hold(answer.header("ETag") != null, answer, "a header ETag, for a 304 is documented here");
        HttpAnswer same = server.reader()
                .with("If-None-Match", answer.header("ETag"))
                .get(LIST)
                .is(304);
        hold(same.body().length == 0, same, "no body");
    }

    @ParameterizedTest(name = "If-None-Match: {0}")
    @ValueSource(strings = {"\"hubtwin-nothing-has-this-tag\"", "W/\"hubtwin-nothing-has-this-tag\"", "hubtwin"})
    @DisplayName("GET /organizations with another tag in If-None-Match is 200 (R39)")
    void sendsWhatHasAnotherTag(String tag) {
        server.reader().with("If-None-Match", tag).get(LIST).is(200);
    }

    @Test
    @DisplayName("GET /orgs/{org} not modified since its Last-Modified is 304 (conventions, 5)")
    void knowsItsMoments() {
        String path = "/orgs/" + server.anOrganization();
        String modified = server.reader().get(path).is(200).header("Last-Modified");
        given(modified != null, "this server sends no Last-Modified");
        server.expect(server.reader().with("If-Modified-Since", modified).get(path), 304);
    }

    @ParameterizedTest(name = "GET {0}")
    @ValueSource(
            strings = {
                "/orgs/" + NOBODY,
                "/orgs/" + NOBODY + "/public_members",
                "/apps/" + NOBODY,
                "/users/" + NOBODY + "/orgs"
            })
    @DisplayName("GET /orgs/{org}, /apps/{app_slug} and /users/{username}/orgs of an unknown name are 404, with a "
            + "message and the address of the documentation (R61, R153; conventions, 1)")
    void tellsWhatIsNotThere(String path) {
        HttpAnswer answer = server.expect(server.reader().get(path), 404);
        server.byConvention(() -> {
            hold(answer.message().equals("Not Found"), answer, "the message \"Not Found\"");
            hold(answer.member("documentation_url").startsWith("https://"), answer, "an address in documentation_url");
        });
    }

    @ParameterizedTest(name = "GET {0}")
    @ValueSource(strings = {"/" + NOBODY, "/orgs", "/organizations/", "/orgs//members", "/Organizations"})
    @DisplayName("Beside GET /organizations and /orgs/{org}/members, a path that does not exist, or with a slash "
            + "at its end, is 404 (conventions, 9)")
    void knowsNoOtherPaths(String path) {
        server.expect(server.reader().get(path), 404);
    }

    @Test
    @DisplayName("OPTIONS /organizations tells browsers what they may send (conventions, 7)")
    void answersPreflights() {
        HttpAnswer answer =
                server.expect(server.reader().send("OPTIONS", "/organizations", BodyPublishers.noBody()), 204, 200);
        server.byConvention(() -> hold(
                "*".equals(answer.header("Access-Control-Allow-Origin")), answer, "Access-Control-Allow-Origin: *"));
    }

    @ParameterizedTest(name = "{0} as body")
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | Problems parsing JSON",
                "'{\"name\": }' | Problems parsing JSON",
                "[] | Body should be a JSON object"
            })
    @DisplayName(
            "PATCH /orgs/{org} with a body that is not a JSON object is 400 and changes nothing " + "(conventions, 1)")
    @Requires({ConfigKey.ORGANIZATION, ConfigKey.OWNER_TOKEN})
    @Writes(WorldPart.ORGANIZATION)
    void refusesWhatIsNoJson(String body, String message) {
        String before =
                server.reader().get(server.organization("")).is(200).json().toString();
        HttpAnswer answer = server.as(ConfigKey.OWNER_TOKEN).patch(server.organization(""), body);
        String after =
                server.reader().get(server.organization("")).is(200).json().toString();
        hold(before.equals(after), answer, "an organization that nothing changed");
        server.byConvention(() ->
                hold(server.expect(answer, 400).message().equals(message), answer, "the message \"" + message + "\""));
    }
}
