package dev.hubtwin.internal.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * Prints what requests cost a twin, as multiples of what it costs a bare Jetty to answer the same bytes: processor
 * time, and the bytes that are allocated. Each server is a process of its own, asked in turn; medians are printed. It
 * is for {@code docs/performance.md} and takes about two minutes.
 */
public final class RequestBench {

    private static final int ROUNDS = 7;
    private static final int WARM_UP = 15_000;
    private static final int REQUESTS = 3_000;
    private static final String CALLER =
            " HTTP/1.1\r\nHost: localhost\r\nUser-Agent: bench\r\nAccept: application/json\r\nAuthorization: token "
                    + RequestBenchServer.TOKEN + "\r\n";

    /** A row: which requests are sent, the i-th of them made by {@code request}. */
    private record Row(String name, IntFunction<String> request) {}

    private static final List<Row> ROWS = List.of(
            new Row("page of 30 members, asked again", i -> get("/orgs/acme/members", "")),
            new Row("the same, 304", i -> get("/orgs/acme/members", "If-None-Match: *\r\n")),
            new Row("page of 30 members, new", i -> get("/orgs/acme/members?new=" + i, "")),
            new Row("GET /orgs/{org}, asked again", i -> get("/orgs/acme", "")),
            new Row("GET /orgs/{org}, new", i -> get("/orgs/acme?new=" + i, "")),
            new Row(
                    "PUT membership",
                    i -> "PUT /orgs/acme/memberships/user-" + i % 500 + CALLER
                            + "Content-Length: " + (i % 2 == 0 ? 16 : 17) + "\r\n\r\n{\"role\":\""
                            + (i % 2 == 0 ? "admin" : "member")
                            + "\"}"));

    private RequestBench() {}

    private static String get(String target, String more) {
        return "GET " + target + CALLER + more + "\r\n";
    }

    /** What a request costs. */
    private record Cost(double micros, double bytes) {}

    public static void main(String[] arguments) throws Exception {
        System.out.println("| request | CPU, as multiples of bare Jetty's | µs | KiB allocated, Jetty's |");
        System.out.println("|---|---:|---:|---:|");
        for (Row row : ROWS) {
            measure(row);
        }
    }

    private static void measure(Row row) throws Exception {
        Path answer = Files.createTempFile("hubtwin-bench", ".http");
        try (Server twin = new Server("twin")) {
            Files.write(answer, twin.answer(row.request().apply(0)));
            try (Server bare = new Server(answer.toString())) {
                twin.run(row, 1, WARM_UP);
                bare.run(row, 1, WARM_UP);
                List<Cost> ours = new ArrayList<>();
                List<Cost> theirs = new ArrayList<>();
                for (int round = 0; round < ROUNDS; round++) {
                    int from = 1 + WARM_UP + round * REQUESTS;
                    ours.add(twin.run(row, from, REQUESTS));
                    theirs.add(bare.run(row, from, REQUESTS));
                }
                print(row, ours, theirs);
            }
        } finally {
            Files.delete(answer);
        }
    }

    private static void print(Row row, List<Cost> ours, List<Cost> theirs) {
        double micros = median(ours.stream().map(Cost::micros).toList());
        double bare = median(theirs.stream().map(Cost::micros).toList());
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.0f | %.1f, %.1f |%n",
                row.name(),
                micros / bare,
                micros,
                median(ours.stream().map(Cost::bytes).toList()) / 1024,
                median(theirs.stream().map(Cost::bytes).toList()) / 1024);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    /** A server in a process of its own. */
    private static final class Server implements AutoCloseable {

        private final Process process;
        private final BufferedReader said;
        private final int port;

        private Server(String what) throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx512m",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            RequestBenchServer.class.getName(),
                            what)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            said = new BufferedReader(new InputStreamReader(process.getInputStream(), ISO_8859_1));
            port = Integer.parseInt(said.readLine());
        }

        private byte[] answer(String request) throws IOException {
            try (KeepAliveConnection connection = new KeepAliveConnection(port)) {
                return connection.whole(request.getBytes(ISO_8859_1));
            }
        }

        /** Sends requests one after the other. */
        private Cost run(Row row, int from, int count) throws IOException {
            String[] before = counters();
            try (KeepAliveConnection connection = new KeepAliveConnection(port)) {
                for (int i = from; i < from + count; i++) {
                    connection.whole(row.request().apply(i).getBytes(ISO_8859_1));
                }
            }
            String[] after = counters();
            return new Cost(difference(before, after, 0) / 1_000 / count, difference(before, after, 1) / count);
        }

        private static double difference(String[] before, String[] after, int which) {
            return Long.parseLong(after[which]) - Long.parseLong(before[which]);
        }

        private String[] counters() throws IOException {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
            return said.readLine().split(" ");
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
