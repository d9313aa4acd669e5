package dev.hubtwin.internal.delivery;

import dev.hubtwin.internal.delivery.DeliveryResult.Answer;
import dev.hubtwin.internal.delivery.DeliveryResult.Fate;
import dev.hubtwin.internal.memory.HeapShares;
import dev.hubtwin.internal.memory.RefusalLog;
import dev.hubtwin.internal.metrics.Measurement;
import dev.hubtwin.internal.metrics.MetricSource;
import dev.hubtwin.internal.recording.Recording;
import dev.hubtwin.internal.world.Settings.DeliverTo;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Carries letters to webhooks, for all worlds of a server. Nothing of it is made before the first one. */
public final class WebhookSender implements AutoCloseable, MetricSource {

    /** How long a receiver has for everything. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Clock clock;
    private final Names names;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Map<Fate, LongAdder> ended = new EnumMap<>(Fate.class);
    private final BoundedExecutor workers = new BoundedExecutor();
    private final WebhookHttpClient checked;
    private final WebhookHttpClient unchecked;
    private final RefusalLog loops = new RefusalLog();
    private volatile OwnListeners own = OwnListeners.NONE;

    /** Finds the addresses of a name or of an address however it is spelled. */
    @FunctionalInterface
    public interface Names {

        /** All of them, at least one. */
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** A courier by the machine's {@code clock}. */
    public WebhookSender(Clock clock, Names names) {
        this(clock, names, PATIENCE);
    }

    WebhookSender(Clock clock, Names names, Duration patience) {
        this.clock = clock;
        this.names = names;
        this.checked = new WebhookHttpClient(true, patience);
        this.unchecked = new WebhookHttpClient(false, patience);
        Stream.of(Fate.values()).forEach(fate -> ended.put(fate, new LongAdder()));
    }

    /** Sets who hears of failures that no delivery could tell of, such as memory that ran out. */
    public void onFailure(Consumer<Throwable> hearer) {
        workers.onFailure(hearer);
    }

    /** Keeps letters from a server's own listeners, whatever they are called. */
    public void avoid(OwnListeners listeners) {
        own = listeners;
    }

    /** The machine's time. */
    Instant now() {
        return clock.instant();
    }

    /** Returns whether there is room for one more delivery that waits, all worlds together. */
    boolean hasRoom() {
        return waiting.get() < HeapShares.PROCESS.deliveriesWaiting();
    }

    /** Takes room for one more delivery that waits. */
    void reserve() {
        waiting.incrementAndGet();
    }

    /** Gives back the room of deliveries that wait no more. */
    void release(int deliveries) {
        waiting.addAndGet(-deliveries);
    }

    /** Counts what became of a delivery, unless that happened long ago and is only done again. */
    void count(DeliveryResult result) {
        if (!Recording.isAgain()) {
            ended.get(result.fate()).increment();
        }
    }

    @Override
    public List<Measurement> measurements() {
        Measurement left = Measurement.gauge(
                "hubtwin.deliveries.waiting", "Deliveries to webhooks that are not over.", waiting::get);
        Stream<Measurement> over = ended.entrySet().stream()
                .map(fate -> Measurement.counter(
                        "hubtwin.deliveries",
                        "Deliveries to webhooks that are over.",
                        Map.of("outcome", fate.getKey().word()),
                        fate.getValue()::sum));
        return Stream.concat(Stream.of(left), over).toList();
    }

    /** Does something soon, on another thread. */
    void queue(Runnable task) {
        workers.execute(task);
    }

    /**
     * Carries a letter, and waits for the answer. The name is resolved once: the address that is judged is the one that
     * is used.
     *
     * @param check whether the receiver's certificate is
     * @param where how far letters are carried
     */
    DeliveryResult carry(WebhookRequest letter, boolean check, DeliverTo where) {
        Optional<WebhookUrl> to = WebhookUrl.of(letter.url());
        if (to.isEmpty()) {
            return DeliveryResult.refused("the URL is not valid");
        }
        try {
            InetAddress[] addresses = names.resolve(to.get().host());
            if (own.isAmong(addresses, to.get().port())) {
                return refuse(to.get().authority() + " is this server, which takes no deliveries");
            }
            return Arrays.stream(addresses).allMatch(address -> AddressPolicy.admit(where, address))
                    ? carry(letter, to.get(), addresses, check ? checked : unchecked)
                    : DeliveryResult.refused(to.get().host() + " is " + AddressPolicy.show(addresses)
                            + ", and this world delivers to " + where.word() + " addresses only");
        } catch (UnknownHostException e) {
            return DeliveryResult.failed("there is no host " + to.get().host(), null);
        }
    }

    /** Refuses what might come back for ever, and logs that. */
    DeliveryResult refuse(String why) {
        loops.add("a delivery to a webhook is refused: " + why);
        return DeliveryResult.refused(why);
    }

    private static DeliveryResult carry(
            WebhookRequest letter, WebhookUrl to, InetAddress[] addresses, WebhookHttpClient post) {
        long start = System.nanoTime();
        try {
            Answer answer = send(letter, to, addresses, post);
            return DeliveryResult.answered(answer, since(start));
        } catch (InterruptedIOException e) {
            return DeliveryResult.late(reason(e), since(start));
        } catch (IOException e) {
            return DeliveryResult.failed(reason(e), since(start));
        }
    }

    /** Tries one address after the other until one is answered at. */
    private static Answer send(WebhookRequest letter, WebhookUrl to, InetAddress[] addresses, WebhookHttpClient post)
            throws IOException {
        for (int i = 0; i < addresses.length - 1; i++) {
            try {
                return post.send(letter, to, addresses[i]);
            } catch (ConnectException e) {
                // the next one, then
            }
        }
        return post.send(letter, to, addresses[addresses.length - 1]);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static String reason(IOException e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return e instanceof SSLException ? "TLS: " + message : message;
    }

    /** Waits until everything is carried, but not longer than {@code most}. */
    public void rest(Duration most) {
        try {
            workers.rest(most);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Carries nothing any more. */
    @Override
    public void close() {
        workers.close();
        checked.close();
        unchecked.close();
    }
}
