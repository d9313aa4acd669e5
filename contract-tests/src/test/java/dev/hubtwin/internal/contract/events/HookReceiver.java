package dev.hubtwin.internal.contract.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A receiver of webhooks on loopback that keeps what it hears, and answers 200. */
final class HookReceiver implements AutoCloseable {

    /** What came in. */
    record Delivery(String path, Headers headers, byte[] body) {

        String header(String name) {
            return headers.getFirst(name);
        }

        /** The payload, out of the form if it came in one. */
        JsonNode payload() throws IOException {
            String text = new String(body, StandardCharsets.UTF_8);
            return new ObjectMapper()
                    .readTree(
                            text.startsWith("payload=")
                                    ? URLDecoder.decode(text.substring("payload=".length()), StandardCharsets.UTF_8)
                                    : text);
        }

        /** Event and action. */
        String event() throws IOException {
            String action = payload().path("action").asText("");
            return header("X-GitHub-Event") + (action.isEmpty() ? "" : " " + action);
        }
    }

    private final HttpServer server;
    private final BlockingQueue<Delivery> heard = new LinkedBlockingQueue<>();

    HookReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                heard.add(new Delivery(
                        exchange.getRequestURI().toString(),
                        exchange.getRequestHeaders(),
                        exchange.getRequestBody().readAllBytes()));
                exchange.sendResponseHeaders(200, 2);
                exchange.getResponseBody().write("ok".getBytes(StandardCharsets.UTF_8));
            }
        });
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    int port() {
        return server.getAddress().getPort();
    }

    Delivery next() throws InterruptedException {
        Delivery next = heard.poll(30, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing came in");
        }
        return next;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
