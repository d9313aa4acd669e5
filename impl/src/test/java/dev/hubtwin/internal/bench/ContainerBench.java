package dev.hubtwin.internal.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Compares HTTP containers under one small Jersey application and prints a table in Markdown. Each container runs in a
 * process of its own, the load comes from this one, over loopback; they are measured in turn, and medians are printed.
 * Takes about a minute and a half.
 */
public final class ContainerBench {

    private static final List<String> CONTAINERS = List.of("adapter", "jetty", "grizzly");
    private static final int ROUNDS = 9;
    private static final int CLIENTS = 8;
    private static final int SLOW_SENDERS = 200;
    private static final int READERS = 4;
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration ROUND = Duration.ofMillis(800);
    private static final Duration READING = Duration.ofSeconds(3);

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private ContainerBench() {}

    private static final class Row {
        private Process process;
        private int port;
        private final List<Double> page = new ArrayList<>();
        private final List<Double> small = new ArrayList<>();
        private String upgrade;
        private String reader;
    }

    public static void main(String[] args) throws Exception {
        ContainerBench bench = new ContainerBench();
        try {
            bench.startAll();
            bench.measureAll();
            bench.print();
        } finally {
            bench.rows.values().forEach(row -> row.process.destroy());
            bench.threads.shutdownNow();
        }
    }

    private void startAll() throws IOException {
        for (String container : CONTAINERS) {
            Row row = new Row();
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            row.process = new ProcessBuilder(
                            java, "-cp", System.getProperty("java.class.path"), BenchServer.class.getName(), container)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            rows.put(container, row);
            BufferedReader said = new BufferedReader(new InputStreamReader(row.process.getInputStream()));
            row.port = Integer.parseInt(said.readLine());
        }
    }

    private void measureAll() throws Exception {
        byte[] page = KeepAliveConnection.get("/page");
        byte[] small = KeepAliveConnection.get("/small");
        for (Row row : rows.values()) {
            rate(row.port, page, WARM_UP);
            rate(row.port, small, WARM_UP);
        }
        List<Row> inTurn = new ArrayList<>(rows.values());
        for (int round = 0; round < ROUNDS; round++) {
            Collections.rotate(inTurn, 1);
            for (Row row : inTurn) {
                row.page.add(rate(row.port, page, ROUND));
                row.small.add(rate(row.port, small, ROUND));
            }
        }
        for (Row row : rows.values()) {
            row.upgrade = upgrade(row.port);
        }
        for (Row row : rows.values()) {
            row.reader = besideSlowSenders(row.port, small);
        }
    }

    /** Requests a second, all clients together. */
    private double rate(int port, byte[] request, Duration time) throws Exception {
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        List<Long> counts = inParallel(CLIENTS, () -> {
            long count = 0;
            while (System.nanoTime() < end) {
                try (KeepAliveConnection connection = new KeepAliveConnection(port)) {
                    boolean open = true;
                    for (; open && System.nanoTime() < end; count++) {
                        open = connection.exchange(request);
                    }
                }
            }
            return count;
        });
        return counts.stream().mapToLong(Long::longValue).sum() * 1e9 / (System.nanoTime() - begin);
    }

    private <T> List<T> inParallel(int times, Callable<T> task) throws Exception {
        List<T> results = new ArrayList<>();
        for (Future<T> future : threads.invokeAll(Collections.nCopies(times, task))) {
            results.add(future.get());
        }
        return results;
    }

    /** A client with default settings asks for h2c with each request on a new connection, also when it sends a body. */
    private static String upgrade(int port) throws InterruptedException {
        String body = "{\"hello\":\"world\"}";
        HttpRequest post = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/echo"))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(5))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        List<Double> millis = new ArrayList<>();
        try {
            for (int i = 0; i < 21; i++) {
                long begin = System.nanoTime();
                HttpResponse<String> answer =
                        HttpClient.newHttpClient().send(post, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 200 || !answer.body().equals(body)) {
                    return "wrong: " + answer.statusCode();
                }
                millis.add((System.nanoTime() - begin) / 1e6);
            }
        } catch (IOException e) {
            return "no answer in 5 s";
        }
        return format("right, %.1f ms", quantile(millis, 0.5));
    }

    /** Readers that reconnect now and then, beside connections that sent half a body and then nothing. */
    private String besideSlowSenders(int port, byte[] request) throws Exception {
        List<KeepAliveConnection> senders = new ArrayList<>();
        try {
            for (int i = 0; i < SLOW_SENDERS; i++) {
                KeepAliveConnection sender = new KeepAliveConnection(port);
                senders.add(sender);
                sender.send(KeepAliveConnection.halfAPost("/echo"));
            }
            long end = System.nanoTime() + READING.toNanos();
            List<Double> millis = new ArrayList<>();
            inParallel(READERS, () -> readUntil(end, port, request)).forEach(millis::addAll);
            List<Double> answered = millis.stream().filter(Double::isFinite).toList();
            String counts = format("%,d answered, %d not", answered.size(), millis.size() - answered.size());
            return answered.isEmpty()
                    ? counts
                    : counts
                            + format(
                                    "; median %.2f ms, p99 %.2f ms", quantile(answered, 0.5), quantile(answered, 0.99));
        } finally {
            for (KeepAliveConnection sender : senders) {
                sender.close();
            }
        }
    }

    /** Latencies in milliseconds; infinite where no answer came within a second. */
    private static List<Double> readUntil(long end, int port, byte[] request) {
        List<Double> millis = new ArrayList<>();
        while (System.nanoTime() < end) {
            try (KeepAliveConnection connection = new KeepAliveConnection(port)) {
                for (int i = 0; i < 25 && System.nanoTime() < end; i++) {
                    long begin = System.nanoTime();
                    connection.exchange(request);
                    millis.add((System.nanoTime() - begin) / 1e6);
                }
            } catch (IOException e) {
                millis.add(Double.POSITIVE_INFINITY);
            }
        }
        return millis;
    }

    private void print() {
        System.out.println(format(
                "JDK %s, %d processors, %d clients, medians of %d rounds (lowest–highest)%n",
                System.getProperty("java.version"), Runtime.getRuntime().availableProcessors(), CLIENTS, ROUNDS));
        System.out.println(
                "| container | 16 KB of kept bytes, requests/s | small object, requests/s | POST with `Upgrade: h2c` "
                        + "| readers beside " + SLOW_SENDERS + " slow senders |");
        System.out.println("|---|---|---|---|---|");
        rows.forEach((name, row) -> System.out.println(format(
                "| %s | %s | %s | %s | %s |", name, spread(row.page), spread(row.small), row.upgrade, row.reader)));
    }

    private static String spread(List<Double> rates) {
        return format("%,.0f (%,.0f–%,.0f)", quantile(rates, 0.5), quantile(rates, 0), quantile(rates, 1));
    }

    private static double quantile(List<Double> values, double q) {
        return values.stream()
                .sorted()
                .skip((long) (q * (values.size() - 1)))
                .findFirst()
                .orElseThrow();
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
