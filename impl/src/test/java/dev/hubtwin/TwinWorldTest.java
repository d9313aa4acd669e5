package dev.hubtwin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.hubtwin.client.GitHubClient;
import dev.hubtwin.client.GitHubException;
import dev.hubtwin.client.NotFoundException;
import dev.hubtwin.client.SecondaryRateLimitException;
import dev.hubtwin.client.control.model.MailSubject;
import dev.hubtwin.seed.Seed;
import dev.hubtwin.seed.SeedException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A world of a running twin, held in Java. */
class TwinWorldTest {

    private static final Instant SOON = Instant.parse("2040-02-03T04:05:06Z");
    private static final Twin TWIN = Twin.start();

    private TwinWorld world;

    @BeforeEach
    void begin() {
        world = TWIN.fork("held");
    }

    @AfterEach
    void drop() {
        assertTrue(TWIN.drop("held"));
        assertEquals(List.of(), TWIN.contractViolations());
    }

    @AfterAll
    static void close() {
        TWIN.close();
    }

    @Test
    void aWorldIsServedWhereItSaysInBothDialects() {
        assertEquals(TWIN.url() + "/w/held", world.url());
        assertEquals(TWIN.url() + "/w/held/api/v3", world.enterprise().url());
        assertEquals(
                world.url() + "/orgs/acme",
                world.anonymous().organizations().get("acme").getUrl());
        assertEquals(
                world.enterprise().url() + "/orgs/acme",
                world.enterprise().anonymous().organizations().get("acme").getUrl());
        assertEquals(TWIN.url(), TWIN.world().url());
        assertThrows(IllegalArgumentException.class, () -> TWIN.fork("No Name"));
        assertThrows(IllegalArgumentException.class, () -> TWIN.fork("default"));
        assertFalse(TWIN.drop("default"));
    }

    @Test
    void theClockIsReadSetAdvancedFrozenAndRun() {
        assertTrue(Duration.between(world.clock().now(), Instant.now()).abs().toMinutes() < 1);
        assertEquals(SOON, world.clock().freeze(SOON));
        assertTrue(world.clock().isFrozen());
        assertEquals(SOON.plusSeconds(90), world.clock().advance(Duration.ofSeconds(90)));
        assertEquals(SOON.plusSeconds(90), world.clock().now());
        assertEquals(SOON, world.clock().set(SOON));
        world.clock().run();
        assertFalse(world.clock().isFrozen());
        assertTrue(Duration.between(SOON, world.clock().freeze()).toMinutes() < 1);
        world.clock().system();
        assertTrue(Duration.between(world.clock().now(), Instant.now()).abs().toMinutes() < 1);
        assertThrows(IllegalArgumentException.class, () -> world.clock().advance(Duration.ofDays(10_000_000)));
    }

    @Test
    void whatIsDueHappensBeforeTheStateIsSeen() {
        assertTrue(JsonTrees.state(world)
                .at("/organizations/0/members")
                .findValuesAsText("login")
                .contains("ivan"));
        world.clock().advance(Duration.ofDays(8));
        assertFalse(JsonTrees.state(world)
                .at("/organizations/0/members")
                .findValuesAsText("login")
                .contains("ivan"));
    }

    @Test
    void faultsStrikeAsPlannedAndAreRefusedInTheControlApisWords() {
        long id = world.faults()
                .add(fault -> fault.operations("orgs/get")
                        .status(429)
                        .retryAfter(Duration.ofSeconds(7))
                        .times(1));
        SecondaryRateLimitException struck = assertThrows(
                SecondaryRateLimitException.class,
                () -> world.anonymous().organizations().get("acme"));
        assertEquals(429, struck.status());
        assertEquals(Optional.of(Duration.ofSeconds(7)), struck.retryAfter());
        world.anonymous().organizations().get("acme");
        assertEquals(1, world.faults().all().get(0).getHits());
        assertTrue(world.faults().remove(id));
        assertFalse(world.faults().remove(id));
        for (String refused :
                List.of("orgs/get does not answer 409", "There is no operation \"orgs/gte\"", "'properties/times'")) {
            IllegalArgumentException e = assertThrows(
                    IllegalArgumentException.class,
                    () -> world.faults()
                            .add(fault -> fault.operations(refused.contains("gte") ? "orgs/gte" : "orgs/get")
                                    .status(refused.contains("409") ? 409 : 404)
                                    .times(refused.contains("times") ? 0 : 1)));
            assertTrue(e.getMessage().contains(refused), e.getMessage());
        }
    }

    @Test
    void everyKindOfFaultCanBePlanned() {
        GitHubClient anybody = world.anonymous();
        world.faults()
                .add(fault ->
                        fault.path("/orgs/acme").caller("anonymous").cut()); // the JDK's client asks twice by itself
        assertThrows(GitHubException.class, () -> anybody.organizations().get("acme"));
        world.faults().clear();
        world.faults().add(fault -> fault.path("/orgs/*").garbled().times(1));
        assertThrows(GitHubException.class, () -> anybody.organizations().get("acme"));
        world.faults().add(fault -> fault.truncated().times(1));
        assertThrows(GitHubException.class, () -> anybody.organizations().get("acme"));
        world.faults().add(fault -> fault.secondaryRateLimit().times(1));
        assertEquals(
                403,
                assertThrows(
                                GitHubException.class,
                                () -> anybody.organizations().get("acme"))
                        .status());
        world.faults()
                .add(fault -> fault.operations("orgs/get")
                        .status(404)
                        .body(List.of("odd"))
                        .times(1));
        assertThrows(NotFoundException.class, () -> anybody.organizations().get("acme"));
        world.faults().clear();
        world.faults().add(fault -> fault.delay(Duration.ofMillis(1)).every(2));
        world.faults().add(fault -> fault.cutBefore().probability(0, 7));
        anybody.organizations().get("acme");
        assertEquals(2, world.faults().all().size());
        world.faults().clear();
        world.faults().add(FaultBuilder::rateLimitExhausted);
        assertEquals(
                403,
                assertThrows(
                                GitHubException.class,
                                () -> anybody.organizations().get("acme"))
                        .status());
    }

    @Test
    void deliveriesAreThereWhenTheyAreWaitedFor() throws Exception {
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> exchange.sendResponseHeaders(204, -1));
        receiver.start();
        try {
            String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/";
            world.state()
                    .merge("organizations: [{login: acme, hooks: [{id: 9, config: {url: '" + url
                            + "', secret: s}, events: ['*']}]}]");
            world.asUser("olivia").memberships().set("acme", "carol").execute();
            List<SentDelivery> sent = world.deliveries().await().stream()
                    .filter(one -> one.url().equals(url))
                    .toList();
            assertEquals(1, sent.size());
            assertEquals(
                    "delivered 204 organization member_invited carol",
                    String.join(
                            " ",
                            sent.get(0).status().getValue(),
                            String.valueOf(sent.get(0).responseStatus()),
                            sent.get(0).event(),
                            sent.get(0).action(),
                            JsonTrees.tree(sent.get(0).json())
                                    .at("/invitation/login")
                                    .asText()));
            assertEquals(sent.get(0).guid(), sent.get(0).header("x-github-delivery"));
            SentDelivery again = world.deliveries().redeliver(sent.get(0).id());
            assertTrue(again.redelivery());
            assertEquals(again.guid(), sent.get(0).guid());
            world.deliveries().await();
            assertThrows(
                    IllegalArgumentException.class, () -> world.deliveries().redeliver(99));
        } finally {
            receiver.stop(0);
        }
    }

    @Test
    void whoDoesNotAnswerIsNotWaitedForLongerThanToldTo() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            world.state()
                    .mergeWithEvents("organizations: [{login: acme, hooks: [{id: 9, config: {url: 'http://127.0.0.1:"
                            + silent.getLocalPort() + "/'}, events: ['*']}]}]");
            IllegalStateException late = assertThrows(
                    IllegalStateException.class, () -> world.deliveries().await(Duration.ofMillis(20)));
            assertEquals("1 deliveries still wait after PT0.02S", late.getMessage());
        }
    }

    @Test
    void mailsAndRequestsAreOnRecord() {
        world.asUser("olivia").memberships().set("acme", "carol").execute();
        assertEquals(
                List.of(MailSubject.INVITED),
                world.mails().stream().map(mail -> mail.getSubject()).toList());
        assertEquals("orgs/set-membership-for-user", world.requests().get(0).getOperation());
        assertEquals("olivia", world.requests().get(0).getCaller().getLogin());
    }

    @Test
    void theStateIsReadReplacedAddedMergedAndReset() {
        world.state().merge("{\"users\": [{\"login\": \"carol\", \"name\": \"C\"}]}");
        world.state().add(Seed.of().user("zoe"));
        assertTrue(
                JsonTrees.state(world).path("users").findValuesAsText("login").containsAll(List.of("carol", "zoe")));
        assertThrows(SeedException.class, () -> world.state().add("users: [{login: zoe}]"));
        world.state().replace(Seed.of().user("alone"));
        assertEquals(List.of("alone"), JsonTrees.state(world).path("users").findValuesAsText("login"));
        world.state().replace("users: [{login: yaml}]");
        assertEquals(List.of("yaml"), JsonTrees.state(world).path("users").findValuesAsText("login"));
        world.state().reset();
        assertEquals(8, JsonTrees.state(world).path("users").size());
    }

    @Test
    void aTwinOfASeedThatIsRefusedDoesNotStart() {
        Seed seed = Seed.of().organization("acme", acme -> acme.member("bob"));
        SeedException refused = assertThrows(SeedException.class, () -> Twin.start(seed));
        assertEquals("organizations[0].members[0].login", refused.path());
        assertEquals(0, refused.line());
    }

    @Test
    void whatIsChangedByAClientIsSeenAtOnce() {
        world.clock().freeze(SOON);
        world.asUser("olivia").organizations().update("acme").location("Faro").execute();
        assertEquals(
                "Faro", JsonTrees.state(world).at("/organizations/0/location").asText());
        assertEquals(
                SOON.toString(),
                JsonTrees.state(world).at("/organizations/0/updated_at").asText());
    }
}
