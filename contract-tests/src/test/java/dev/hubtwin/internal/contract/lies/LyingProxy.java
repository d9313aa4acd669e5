package dev.hubtwin.internal.contract.lies;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between who asks and a twin. What it forwards it forwards byte for byte; one lie at a time it tells, whenever
 * there is an occasion.
 */
final class LyingProxy implements AutoCloseable {

    private final InetSocketAddress server;
    private final ServerSocket entrance;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger lieCount = new AtomicInteger();
    private volatile Optional<Lie> lie = Optional.empty();

    /** One before a server, at a port of its own; it begins honestly. */
    LyingProxy(URI server) {
        this.server = new InetSocketAddress(server.getHost(), server.getPort());
        try {
            this.entrance = new ServerSocket(0, 50, InetAddress.getByName(server.getHost()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** Where it is, without a slash at its end. */
    String url() {
        return "http://" + server.getHostString() + ":" + entrance.getLocalPort();
    }

    /** From now on it tells this, or the truth. */
    void setLie(Optional<Lie> next) {
        lieCount.set(0);
        lie = next;
    }

    /** How often it has told its lie. */
    int lieCount() {
        return lieCount.get();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket caller = entrance.accept();
                open.add(caller);
                start(() -> serve(caller));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket caller) {
        try (caller;
                TwinConnection wire = new TwinConnection(server)) {
            caller.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(caller.getInputStream(), 1 << 16);
            boolean more = true;
            while (more) {
                HttpMessage request = TwinConnection.read(in, false);
                HttpMessage answer = answer(request, wire);
                caller.getOutputStream().write(answer.bytes());
                more = isFramed(request, answer);
            }
        } catch (IOException e) {
            // who asked has gone, or the twin has
        } finally {
            open.remove(caller);
        }
    }

    private HttpMessage answer(HttpMessage request, TwinConnection wire) throws IOException {
        Optional<Lie> now = lie.filter(known -> RequestDestination.operation(request)
                .filter(known.operation()::equals)
                .isPresent());
        if (now.isEmpty()) {
            return wire.send(request);
        }
        Lie.Response said = now.get().responder().answer(request, wire);
        if (said.isLie()) {
            lieCount.incrementAndGet();
        }
        return said.answer();
    }

    /** Whether who reads the answer knows where it ends, and expects another one after it. */
    private static boolean isFramed(HttpMessage request, HttpMessage answer) {
        boolean over = answer.header("Connection")
                .or(() -> request.header("Connection"))
                .filter("close"::equalsIgnoreCase)
                .isPresent();
        boolean bare = request.method().equals("HEAD") || answer.status() == 204 || answer.status() == 304;
        return !over
                && (bare
                        ? answer.body().length == 0
                        : answer.header("Content-Length").isPresent()
                                || answer.header("Transfer-Encoding").isPresent());
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "lying-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            entrance.close();
            for (Socket caller : open) {
                caller.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
