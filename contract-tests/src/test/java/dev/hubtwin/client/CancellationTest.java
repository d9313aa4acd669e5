package dev.hubtwin.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.TwinWorld;
import dev.hubtwin.client.model.OrganizationFull;
import dev.hubtwin.client.model.SimpleUser;
import dev.hubtwin.junit.HubtwinTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Calls that are given up while the twin takes its time. */
@HubtwinTest
class CancellationTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final Requests requests = new Requests();

    private GitHubClient client(TwinWorld world) {
        return world.asUser("olivia").toBuilder()
                .timeout(LONG)
                .retries(Retries.upTo(3).within(LONG))
                .listener(requests)
                .build();
    }

    @Test
    void aCallThatIsCancelledEndsAndIsNotRepeated(TwinWorld world) throws Exception {
        world.faults().add(fault -> fault.operations("orgs/get").delay(LONG));
        GitHubClient client = client(world);
        CompletableFuture<OrganizationFull> call = client.organizations().getAsync("acme");
        requests.started();
        assertTrue(call.cancel(true));
        assertThrows(CancellationException.class, call::join);
        assertInstanceOf(CancellationException.class, requests.ended().failure());
        world.faults().clear();
        assertEquals("acme", client.organizations().get("acme").getLogin());
        assertEquals(2, requests.count, "one that was cancelled, one that was not");
    }

    @Test
    void aCallThatIsCancelledBetweenTwoTriesEnds(TwinWorld world) throws Exception {
        world.faults().add(fault -> fault.operations("orgs/get").status(429).retryAfter(Duration.ofMinutes(4)));
        CompletableFuture<OrganizationFull> call = client(world).organizations().getAsync("acme");
        assertEquals(429, requests.ended().status());
        assertTrue(call.cancel(true));
        assertThrows(CancellationException.class, call::join);
        assertEquals(1, requests.count);
    }

    @Test
    void aListThatIsCancelledGivesUpThePageThatIsUnderWay(TwinWorld world) throws Exception {
        Subscriber members = new Subscriber();
        client(world).members().list("acme").perPage(1).publisher().subscribe(members);
        members.subscription.request(1);
        assertEquals("mike", taken(members.signals));
        world.faults().add(fault -> fault.operations("orgs/list-members").delay(LONG));
        assertEquals(200, requests.ended().status());
        members.subscription.request(1);
        requests.started();
        members.subscription.cancel();
        assertInstanceOf(CancellationException.class, requests.ended().failure());
        members.subscription.request(1);
        assertEquals(List.of(), new ArrayList<>(members.signals), "nothing is told to who has cancelled");
        assertEquals(2, requests.count);
    }

    @Test
    void aListThatIsCancelledInTheMiddleOfAPageTellsNoMore(TwinWorld world) throws Exception {
        Subscriber members = new Subscriber() {
            @Override
            public void onNext(SimpleUser member) {
                super.onNext(member);
                subscription.cancel();
            }
        };
        client(world).members().list("acme").publisher().subscribe(members);
        members.subscription.request(Long.MAX_VALUE);
        assertEquals("mike", taken(members.signals));
        requests.ended();
        assertEquals(List.of(), new ArrayList<>(members.signals));
        assertEquals(1, requests.count);
    }

    /** Waits for what comes next. */
    private static <T> T taken(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(30, TimeUnit.SECONDS);
        assertNotNull(next, "nothing came");
        return next;
    }

    /** Is told of the requests of a client. */
    private static final class Requests implements ClientListener {

        private final BlockingQueue<Attempt> begun = new LinkedBlockingQueue<>();
        private final BlockingQueue<Outcome> over = new LinkedBlockingQueue<>();
        private volatile int count;

        @Override
        public synchronized Map<String, String> started(Attempt attempt) {
            count++;
            begun.add(attempt);
            return Map.of();
        }

        @Override
        public void ended(Attempt attempt, Outcome outcome) {
            begun.remove(attempt);
            over.add(outcome);
        }

        /** Waits until a request is under way. */
        void started() throws InterruptedException {
            taken(begun);
        }

        /** Waits until a request has ended. */
        Outcome ended() throws InterruptedException {
            return taken(over);
        }
    }

    /** Keeps what it is told, in words, and demands nothing by itself. */
    private static class Subscriber implements Flow.Subscriber<SimpleUser> {

        final BlockingQueue<String> signals = new LinkedBlockingQueue<>();
        Flow.Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription made) {
            subscription = made;
        }

        @Override
        public void onNext(SimpleUser member) {
            signals.add(member.getLogin());
        }

        @Override
        public void onError(Throwable failure) {
            signals.add(failure.toString());
        }

        @Override
        public void onComplete() {
            signals.add("complete");
        }
    }
}
