package dev.hubtwin.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.TwinWorld;
import dev.hubtwin.client.model.Installation;
import dev.hubtwin.client.model.MemberRoleFilter;
import dev.hubtwin.client.model.OrgMembershipRole;
import dev.hubtwin.client.model.OrganizationFull;
import dev.hubtwin.client.model.OrganizationSimple;
import dev.hubtwin.client.model.SimpleUser;
import dev.hubtwin.client.model.WebhookConfigCreate;
import dev.hubtwin.client.model.WebhookName;
import dev.hubtwin.junit.HubtwinTest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What operations of the client look like, against the twin. */
@HubtwinTest
class GitHubClientTest {

    @Test
    void optionsHaveNames(TwinWorld world) {
        GitHubClient olivia = world.asUser("olivia");
        assertEquals(
                List.of("olivia"),
                olivia.members().list("acme").role(MemberRoleFilter.ADMIN).stream()
                        .map(SimpleUser::getLogin)
                        .toList());
        assertEquals(
                OrgMembershipRole.ADMIN,
                olivia.memberships()
                        .set("acme", "carol")
                        .role(OrgMembershipRole.ADMIN)
                        .execute()
                        .getRole());
    }

    @Test
    void absentNullAndSetAreThreeThings(TwinWorld world) {
        GitHubClient olivia = world.asUser("olivia");
        OrganizationFull before = olivia.organizations().get("acme");
        OrganizationFull changed = olivia.organizations()
                .update("acme")
                .company(null)
                .blog("https://blog.example")
                .execute();
        assertNull(changed.getCompany());
        assertEquals("https://blog.example", changed.getBlog());
        assertEquals(before.getLocation(), changed.getLocation());
        assertEquals(
                "{\"company\":null,\"blog\":\"https://blog.example\"}",
                world.requests().get(0).getRequestBody());
    }

    @Test
    void aQuestionIsAnsweredByYesOrNo(TwinWorld world) throws Exception {
        GitHubClient olivia = world.asUser("olivia");
        assertTrue(olivia.members().contains("acme", "mike"), "204");
        assertFalse(olivia.members().contains("acme", "nobody"), "404");
        GitHubClient anybody = world.anonymous();
        assertEquals(
                anybody.members().containsPublic("acme", "olivia"),
                anybody.members().contains("acme", "olivia"),
                "302, which leads to the public members");
        assertEquals(List.of(302, 204), List.of(world.requests().get(1).getStatus(), 204));
        assertTrue(olivia.members().containsAsync("acme", "mike").get());
    }

    @Test
    void listsAreAskedForWhenTheyAreLookedAt(TwinWorld world) {
        GitHubClient olivia = world.asUser("olivia");
        var members = olivia.members().list("acme").perPage(1);
        assertEquals(0, world.requests().size());
        Iterator<SimpleUser> walk = members.iterator();
        assertEquals("mike", walk.next().getLogin());
        assertEquals(1, world.requests().size(), "only the first page");
        assertEquals(
                List.of("mike", "noah", "olivia", "sofia"),
                members.stream().map(SimpleUser::getLogin).toList());
        assertEquals(5, world.requests().size());
        int pages = 0;
        for (ListPage<SimpleUser> page : members.pages()) {
            pages += page.elements().size();
        }
        assertEquals(4, pages);
        world.state().reset();
        assertEquals(
                "Bad credentials",
                assertThrows(BadCredentialsException.class, walk::next).reason());
    }

    @Test
    void listsChainedBySinceAndListsWithinSomethingAreLists(TwinWorld world) {
        GitHubClient olivia = world.enterprise().asUser("olivia");
        assertEquals(
                List.of("acme", "globex", "initech"),
                olivia.organizations().list().perPage(2).stream()
                        .map(OrganizationSimple::getLogin)
                        .toList());
        assertEquals(
                List.of(555L),
                olivia.installations().listForOrganization("acme").perPage(1).stream()
                        .map(Installation::getId)
                        .toList());
    }

    @Test
    void aLinkToAnotherServerIsNotFollowed(TwinWorld world) {
        world.state().merge("settings: {public_url: 'http://elsewhere.example.com'}");
        var all = world.asUser("olivia").organizations().list().perPage(1);
        UnexpectedAnswerException refused = assertThrows(UnexpectedAnswerException.class, all::toList);
        assertTrue(
                refused.getMessage().contains("elsewhere.example.com:80, which is another server"),
                refused.getMessage());
    }

    @Test
    void listsArePublished(TwinWorld world) throws Exception {
        Collector<SimpleUser> all = new Collector<>(Long.MAX_VALUE);
        var members = world.asUser("olivia").members().list("acme").perPage(1);
        members.publisher().subscribe(all);
        assertEquals(4, all.over.get(10, TimeUnit.SECONDS).size());
        Collector<SimpleUser> two = new Collector<>(2);
        int before = world.requests().size();
        members.publisher().subscribe(two);
        two.full.get(10, TimeUnit.SECONDS);
        assertEquals(2, two.seen.size());
        assertEquals(before + 2, world.requests().size(), "no page that nobody demanded");
        Collector<SimpleUser> refused = new Collector<>(1);
        world.anonymous().members().list("nobody").publisher().subscribe(refused);
        ExecutionException failure =
                assertThrows(ExecutionException.class, () -> refused.over.get(10, TimeUnit.SECONDS));
        assertEquals(NotFoundException.class, failure.getCause().getClass());
    }

    /** Demands a number of elements and keeps them. */
    private static final class Collector<T> implements Flow.Subscriber<T> {

        private final long demand;
        private final List<T> seen = new ArrayList<>();
        private final CompletableFuture<List<T>> over = new CompletableFuture<>();
        private final CompletableFuture<Void> full = new CompletableFuture<>();

        Collector(long demand) {
            this.demand = demand;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(demand);
        }

        @Override
        public void onNext(T element) {
            seen.add(element);
            if (seen.size() == demand) {
                full.complete(null);
            }
        }

        @Override
        public void onError(Throwable failure) {
            over.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            over.complete(seen);
        }
    }

    @Test
    void aRefusalSaysWhatGitHubSaysAndWhatWasAsked(TwinWorld world) {
        GitHubClient olivia = world.asUser("olivia");
        ValidationException refusal = assertThrows(
                ValidationException.class,
                () -> olivia.webhooks()
                        .create(
                                "acme",
                                WebhookName.WEB,
                                WebhookConfigCreate.builder().url("nowhere").build())
                        .execute());
        assertEquals(422, refusal.status());
        assertEquals("Hook", refusal.errors().get(0).resource());
        assertEquals("orgs/create-webhook", refusal.operation());
        assertTrue(refusal.documentationUrl().orElseThrow().startsWith("https://docs.github.com/"));
        assertTrue(
                refusal.getMessage()
                        .startsWith(
                                "POST /orgs/acme/hooks (orgs/create-webhook) was answered 422: Validation Failed [Hook"),
                refusal.getMessage());
        assertTrue(refusal.getMessage().contains(refusal.requestId().orElseThrow()), refusal.getMessage());
    }

    @Test
    void eachMeaningHasAnException(TwinWorld world) {
        GitHubClient olivia = world.asUser("olivia");
        assertThrows(
                BadCredentialsException.class,
                () -> world.asToken("ghp_nonsense").meta().getAuthenticated());
        assertThrows(
                ForbiddenException.class, () -> world.asUser("mike").members().remove("acme", "sofia"));
        assertThrows(NotFoundException.class, () -> olivia.organizations().get("nobody"));
        world.faults().add(fault -> fault.operations("orgs/get").status(502).times(1));
        assertThrows(UnavailableException.class, () -> olivia.organizations().get("acme"));
        world.faults().add(fault -> fault.operations("orgs/get").garbled().times(1));
        assertThrows(
                UnexpectedAnswerException.class, () -> olivia.organizations().get("acme"));
        world.faults()
                .add(fault -> fault.operations("orgs/get").secondaryRateLimit().times(1));
        assertThrows(
                SecondaryRateLimitException.class, () -> olivia.organizations().get("acme"));
        world.faults()
                .add(fault -> fault.operations("orgs/get").rateLimitExhausted().times(1));
        PrimaryRateLimitException limit = assertThrows(
                PrimaryRateLimitException.class, () -> olivia.organizations().get("acme"));
        assertTrue(limit.resetAt().isAfter(world.clock().now()), limit.getMessage());
    }

    @Test
    void aRenamedRepositoryIsFollowed(TwinWorld world) {
        GitHubClient olivia = world.asUser("olivia");
        world.state().merge("repositories: [{owner: acme, name: widgets, former_names: [gadgets]}]");
        assertEquals("widgets", olivia.meta().getRepository("acme", "gadgets").getName());
    }

    @Test
    void limitsAreSeenWithoutARequest(TwinWorld world) {
        GitHubClient olivia = world.asUser("olivia");
        assertEquals(0, olivia.rateLimits().size());
        olivia.organizations().get("acme");
        RateLimitView core = olivia.rateLimits().get("core");
        assertEquals(core.limit(), core.remaining() + core.used());
        assertEquals(1, world.requests().size());
    }

    @Test
    void answersAreKeptAndAskedAfter(TwinWorld world) {
        GitHubClient olivia = world.asUser("olivia").toBuilder()
                .cache(AnswerCache.inMemory(10))
                .build();
        assertEquals("Makers of widgets", olivia.organizations().get("acme").getDescription());
        assertEquals("Makers of widgets", olivia.organizations().get("acme").getDescription());
        assertEquals(304, world.requests().get(0).getStatus());
        olivia.organizations().update("acme").description("Makers of gadgets").execute();
        assertEquals("Makers of gadgets", olivia.organizations().get("acme").getDescription());
        assertEquals(304, world.requests().get(2).getStatus(), "before the change");
    }
}
