package dev.hubtwin.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.TwinWorld;
import dev.hubtwin.client.invoker.ApiException;
import dev.hubtwin.client.model.OrgHookCreate;
import dev.hubtwin.client.model.OrganizationInstallationList;
import dev.hubtwin.client.model.OrganizationSimple;
import dev.hubtwin.client.model.SimpleUser;
import dev.hubtwin.client.model.WebhookConfigCreate;
import dev.hubtwin.client.model.WebhookName;
import dev.hubtwin.junit.HubtwinTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The half of the client that is written by hand, against the twin. */
@HubtwinTest
class GitHubClientTest {

    @Test
    void everyClientSharesWhatIsExpensive(TwinWorld world) {
        assertSame(world.asUser("olivia").getHttpClient(), world.asUser("mike").getHttpClient());
        assertSame(world.asUser("olivia").getObjectMapper(), world.anonymous().getObjectMapper());
    }

    @Test
    void whatIsSetForARequestIsDoneBesideTheCredential(TwinWorld world) throws ApiException {
        GitHubClient client = world.asUser("olivia");
        client.setRequestInterceptor(request -> request.setHeader("User-Agent", "mine"));
        assertEquals("olivia", client.meta().getAuthenticated().getLogin());
        assertEquals("mine", world.requests().get(0).getRequestHeaders().get("User-Agent"));
        assertEquals(
                "mike",
                client.with(Credential.token("ghp_membermember"))
                        .meta()
                        .getAuthenticated()
                        .getLogin());
    }

    @Test
    void pagesFollowTheLinksAndAreAskedForWhenTheyAreComeTo(TwinWorld world) throws ApiException {
        GitHubClient olivia = world.asUser("olivia");
        Pages<SimpleUser> members = Pages.of(
                olivia, () -> olivia.members().listMembersWithHttpInfo("acme", null, null, 1, null), SimpleUser.class);
        assertEquals(
                List.of("mike", "noah", "olivia", "sofia"),
                members.stream().map(SimpleUser::getLogin).toList());
        assertEquals(4, world.requests().size());
        Iterator<SimpleUser> two = members.iterator();
        assertEquals("mike", two.next().getLogin());
        assertEquals(5, world.requests().size(), "only the first page");
        world.state().reset();
        Pages.Refused refused = assertThrows(Pages.Refused.class, two::next);
        assertEquals(
                "Bad credentials",
                GitHubError.of((ApiException) refused.getCause()).message());
    }

    @Test
    void pagesChainedBySinceAndListsWithinSomethingAreFollowed(TwinWorld world) throws ApiException {
        GitHubClient olivia = world.enterprise().asUser("olivia");
        assertEquals(
                List.of("acme", "globex", "initech"),
                Pages.of(olivia, () -> olivia.organizations().listWithHttpInfo(null, 2), OrganizationSimple.class)
                        .stream()
                        .map(OrganizationSimple::getLogin)
                        .toList());
        assertEquals(
                List.of(555L),
                Pages.of(
                                olivia,
                                () -> olivia.installations().listAppInstallationsWithHttpInfo("acme", 1, null),
                                OrganizationInstallationList.class,
                                OrganizationInstallationList::getInstallations)
                        .stream()
                        .map(one -> one.getId())
                        .toList());
    }

    @Test
    void aLinkToAnotherServerIsNotFollowed(TwinWorld world) throws ApiException {
        world.state().merge("settings: {public_url: 'http://elsewhere.example.com'}");
        GitHubClient olivia = world.asUser("olivia");
        Pages<OrganizationSimple> all =
                Pages.of(olivia, () -> olivia.organizations().listWithHttpInfo(null, 1), OrganizationSimple.class);
        Pages.Refused refused =
                assertThrows(Pages.Refused.class, () -> all.stream().count());
        assertTrue(
                refused.getMessage().contains("elsewhere.example.com, which is another server"), refused.getMessage());
    }

    @Test
    void anErrorSaysWhatGitHubSays(TwinWorld world) {
        GitHubClient olivia = world.asUser("olivia");
        GitHubError error = GitHubError.of(assertThrows(
                ApiException.class,
                () -> olivia.webhooks()
                        .createWebhook(
                                "acme",
                                new OrgHookCreate()
                                        .name(WebhookName.WEB)
                                        .config(new WebhookConfigCreate().url("nowhere")))));
        assertEquals(422, error.status());
        assertEquals("Validation Failed", error.message());
        assertEquals("Hook", error.errors().get(0).resource());
        assertTrue(error.documentationUrl().startsWith("https://docs.github.com/"), error.documentationUrl());
        assertEquals(Optional.empty(), error.retryAfter());
    }

    @Test
    void anErrorIsMadeOfAnythingThatComesBack(TwinWorld world) {
        world.faults().add(fault -> fault.operations("orgs/get").status(429).retryAfter(Duration.ofSeconds(3)));
        GitHubError limit = GitHubError.of(assertThrows(
                ApiException.class, () -> world.anonymous().organizations().get("acme")));
        assertEquals(Optional.of(Duration.ofSeconds(3)), limit.retryAfter());
        assertEquals(
                new GitHubError(0, "", List.of(), null, Optional.empty()),
                GitHubError.of(new ApiException("no answer")));
        assertEquals(
                "", GitHubError.of(new ApiException(502, "x", null, "<html>")).message());
        assertEquals(
                List.of(new GitHubError.Detail(null, null, null, "odd")),
                GitHubError.of(new ApiException(422, "x", null, "{\"errors\": [\"odd\"]}"))
                        .errors());
    }

    @Test
    void itAsksAgainWhenItIsToldTo(TwinWorld world) throws Exception {
        world.faults()
                .add(fault -> fault.operations("orgs/get")
                        .status(429)
                        .retryAfter(Duration.ofSeconds(7))
                        .times(1));
        world.faults()
                .add(fault -> fault.operations("orgs/get").secondaryRateLimit().times(1));
        List<Duration> waits = new ArrayList<>();
        assertEquals(200, get(world, new RetryingHttp(HttpClient.newHttpClient(), Retries.upTo(2), waits::add), "GET"));
        assertEquals(List.of(Duration.ofSeconds(7), Duration.ofSeconds(60)), waits);
        assertEquals(3, world.requests().size());
    }

    @Test
    void itDoesNotAskAgainInVain(TwinWorld world) throws Exception {
        world.faults()
                .add(fault -> fault.path("/orgs/acme*").secondaryRateLimit().retryAfter(Duration.ofSeconds(1)));
        List<Duration> waits = new ArrayList<>();
        RetryingHttp http = new RetryingHttp(HttpClient.newHttpClient(), Retries.upTo(2), waits::add);
        assertEquals(403, get(world, http, "GET"));
        assertEquals(2, waits.size(), "no oftener than it may");
        assertEquals(403, get(world, http, "PATCH"));
        assertEquals(2, waits.size(), "nothing that must not be repeated");
        RetryingHttp hasty =
                new RetryingHttp(HttpClient.newHttpClient(), new Retries(2, Duration.ofMillis(500)), waits::add);
        assertEquals(403, get(world, hasty, "GET"));
        assertEquals(2, waits.size(), "nothing that it would have to wait too long for");
    }

    @Test
    void aClientThatAsksAgainIsACopy(TwinWorld world) throws ApiException {
        world.faults()
                .add(fault -> fault.operations("orgs/get")
                        .status(429)
                        .retryAfter(Duration.ZERO)
                        .times(1));
        assertEquals(
                "acme",
                world.asUser("olivia")
                        .with(Retries.upTo(1))
                        .organizations()
                        .get("acme")
                        .getLogin());
        assertEquals(
                List.of(200, 429),
                world.requests().stream().map(one -> one.getStatus()).toList());
    }

    private static int get(TwinWorld world, HttpClient http, String method) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(world.url() + "/orgs/acme"))
                .header("Authorization", "Bearer ghp_ownerowner")
                .method(
                        method,
                        method.equals("GET")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        return http.send(request, BodyHandlers.ofInputStream()).statusCode();
    }
}
