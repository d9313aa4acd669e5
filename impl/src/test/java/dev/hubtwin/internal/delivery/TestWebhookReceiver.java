package dev.hubtwin.internal.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/** A receiver on loopback that keeps what it hears, and answers 204 unless a test has it do otherwise. */
final class TestWebhookReceiver implements AutoCloseable {

    private static final int BACKLOG = 1_000;

    /** What came in; names of headers as the server writes them. */
    record Heard(String path, Map<String, String> headers, byte[] body) {}

    /** What is done with what came in. */
    interface Answering {

        void answer(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();

    private TestWebhookReceiver(HttpServer server, Answering answering) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] body = exchange.getRequestBody().readAllBytes();
                heard.add(new Heard(
                        exchange.getRequestURI().toString(),
                        exchange.getRequestHeaders().entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey, header -> String.join(", ", header.getValue()))),
                        body));
                answering.answer(exchange);
            }
        });
        server.start();
    }

    static TestWebhookReceiver start() throws IOException {
        return start(exchange -> exchange.sendResponseHeaders(204, -1));
    }

    static TestWebhookReceiver start(Answering answering) throws IOException {
        return new TestWebhookReceiver(HttpServer.create(address(), BACKLOG), answering);
    }

    static TestWebhookReceiver startSecure(SSLContext context) throws IOException {
        HttpsServer server = HttpsServer.create(address(), BACKLOG);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new TestWebhookReceiver(server, exchange -> exchange.sendResponseHeaders(204, -1));
    }

    private static InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /** The next thing that comes in. */
    Heard next() throws InterruptedException {
        Heard next = heard.poll(30, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing came in");
        }
        return next;
    }

    int waiting() {
        return heard.size();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
