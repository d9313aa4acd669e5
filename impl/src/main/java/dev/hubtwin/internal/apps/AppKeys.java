package dev.hubtwin.internal.apps;

import dev.hubtwin.internal.recording.Recording;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.tls.RsaPem;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.internal.world.app.AppKey;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The keys that apps sign with: RSA with 2048 bits, each of which takes a processor a tenth of a second or more. No
 * more are drawn at a time than there are processors.
 */
public final class AppKeys {

    private static final int BITS = 2048;
    private static final int AHEAD = 4;
    private static final int WAITING = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Semaphore PROCESSORS =
            new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private static final Queue<String> DRAWN = new ConcurrentLinkedQueue<>();
    private static final ThreadPoolExecutor DRAWING = new ThreadPoolExecutor(
            0,
            1,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(AHEAD),
            AppKeys::thread,
            new ThreadPoolExecutor.DiscardPolicy());

    private AppKeys() {}

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "hubtwin-keys");
        thread.setDaemon(true);
        return thread;
    }

    /** Draws a key ahead, on another thread, for who will soon ask for one; four wait at most. */
    public static void prepare() {
        if (DRAWN.size() + DRAWING.getQueue().size() < AHEAD) {
            DRAWING.execute(() -> DRAWN.add(generate()));
        }
    }

    /**
     * Returns a new key: one that was drawn ahead, if there is one.
     *
     * @throws ApiException 503 if so many are asked for at once that this one would have to wait for seconds
     */
    public static AppKey draw() {
        return RsaPem.key(Recording.draw(AppKeys::drawn));
    }

    private static String drawn() {
        String drawn = DRAWN.poll();
        if (drawn != null) {
            return drawn;
        }
        try {
            if (PROCESSORS.getQueueLength() >= WAITING
                    || !PROCESSORS.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw ApiException.overloaded();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApiException.overloaded();
        }
        try {
            return generate();
        } finally {
            PROCESSORS.release();
        }
    }

    /** Returns a new key in PEM. */
    private static String generate() {
        try {
            KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
            rsa.initialize(BITS);
            return RsaPem.pkcs1(rsa.generateKeyPair());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }

    /** A new key for each app that has none, by the app's id. */
    public static Map<Long, AppKey> drawMissing(World world) {
        List<App> keyless = world.apps().byId().values().stream()
                .filter(app -> app.keys().isEmpty())
                .toList();
        Iterator<String> fresh = Recording.isAgain()
                ? Collections.emptyIterator()
                : keyless.parallelStream().map(app -> generate()).toList().iterator();
        Map<Long, AppKey> keys = new LinkedHashMap<>();
        keyless.forEach(app -> keys.put(app.id(), RsaPem.key(Recording.draw(fresh::next))));
        return keys;
    }
}
