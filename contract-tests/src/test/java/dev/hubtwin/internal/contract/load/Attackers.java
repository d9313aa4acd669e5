package dev.hubtwin.internal.contract.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Those who try to fill the heap of a server, by every way there is. The same seed does the same. */
final class Attackers implements AutoCloseable {

    private static final String HEADERS =
            "POST /orgs/acme/hooks HTTP/1.1\r\nHost: localhost\r\nUser-Agent: a\r\nContent-Length: 1048576\r\n\r\n";
    private static final List<String> GROWING = List.of("{},", "[", "\"a\",", "1,", "{\"a\":");
    private static final int STALLED = 200;

    private final URI server;
    private final Wire wire = new Wire();
    private final Random random;
    private final Deque<Socket> stalled = new ArrayDeque<>();
    private final HttpServer receiver;

    Attackers(URI server, long seed) throws IOException {
        this.server = server;
        this.random = new Random(seed);
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            for (int i = 0; i < 90; i++) {
                exchange.getResponseHeaders().set("X-Header-" + i, "v".repeat(8_000));
            }
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[1 << 20]);
            exchange.close();
        });
        receiver.start();
    }

    /** Does one thing more. */
    void strike() throws IOException, InterruptedException {
        switch (random.nextInt(6)) {
            case 0 -> stall();
            case 1 -> inflate();
            case 2 -> fillLogs();
            case 3 -> makeWorld();
            case 4 -> setFault();
            default -> haveDelivered();
        }
    }

    /** Sends most of a body, and then nothing. */
    private void stall() throws IOException {
        Socket sender = new Socket(server.getHost(), server.getPort());
        stalled.add(sender);
        try {
            sender.getOutputStream().write(HEADERS.getBytes(US_ASCII));
            sender.getOutputStream().write(new byte[1_000_000]);
        } catch (IOException e) {
            // it is refused already
        }
        if (stalled.size() > STALLED) {
            stalled.remove().close();
        }
    }

    private void inflate() throws IOException, InterruptedException {
        String unit = GROWING.get(random.nextInt(GROWING.size()));
        send("POST", "/orgs/acme/hooks", "{\"config\": [" + unit.repeat(1_000_000 / unit.length()));
    }

    private void fillLogs() throws IOException, InterruptedException {
        send("PATCH", "/orgs/acme?" + "?".repeat(30_000), "x".repeat(20_000));
    }

    private void makeWorld() throws IOException, InterruptedException {
        send("PUT", "/_twin/worlds/w" + random.nextInt(2_000), "");
        send("PUT", "/_twin/snapshots/s" + random.nextInt(2_000), "");
    }

    private void setFault() throws IOException, InterruptedException {
        send(
                "POST",
                "/_twin/faults",
                "{\"operations\": [\"orgs/list\"], \"status\": 503, \"body\": \"" + "b".repeat(10_000) + "\"}");
        if (random.nextInt(20) == 0) {
            send("DELETE", "/_twin/faults", "");
        }
    }

    private void haveDelivered() throws IOException, InterruptedException {
        String hook = send(
                "POST",
                "/orgs/acme/hooks",
                "{\"name\": \"web\", \"events\": [\"*\"], \"config\": {\"url\": \"http://127.0.0.1:"
                        + receiver.getAddress().getPort() + "/" + random.nextInt() + "\"}}");
        String id = hook.replaceAll("(?s).*?\"id\": ?([0-9]+).*", "$1");
        send("POST", "/orgs/acme/hooks/" + id + "/pings", "");
        send("DELETE", "/orgs/acme/hooks/" + id, "");
    }

    /** Sends a request of somebody who may do everything; whatever is answered is no matter. */
    private String send(String method, String path, String body) throws IOException, InterruptedException {
        String escaped = path.replace("??", "?%3F");
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + escaped))
                .header("Authorization", "token ghp_able")
                .method(method, BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = wire.send(request, BodyHandlers.ofString());
        if (answer.statusCode() == 500) {
            throw new AssertionError(
                    method + " " + path.substring(0, Math.min(80, path.length())) + " was answered 500");
        }
        return answer.body();
    }

    @Override
    public void close() throws IOException {
        receiver.stop(0);
        for (Socket sender : stalled) {
            sender.close();
        }
    }
}
