package dev.hubtwin.internal.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A {@link RequestBenchServer} in a process of its own. */
final class MeasuredServer implements AutoCloseable {

    private final Process process;
    private final BufferedReader said;
    private final int port;
    private int sent;

    /** What a request used, on average. */
    record Use(double micros, double bytes) {}

    /**
     * Starts one; {@code files} are the seed of a twin and the database that keeps it, if any; none for a bare Jetty.
     */
    MeasuredServer(Path... files) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                RequestBenchServer.class.getName()));
        Stream.of(files).map(Path::toString).forEach(command::add);
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        said = new BufferedReader(new InputStreamReader(process.getInputStream(), ISO_8859_1));
        port = Integer.parseInt(said.readLine());
    }

    /** Returns the answer to the next request of a kind, as it came. */
    byte[] answer(BenchRequest request) throws IOException {
        try (KeepAliveConnection connection = new KeepAliveConnection(port)) {
            return answer(request, connection);
        }
    }

    /** Sends requests of a kind, one after the other; none is sent twice, unless its kind does not differ. */
    Use run(BenchRequest request, int count) throws IOException {
        String[] before = counters();
        try (KeepAliveConnection connection = new KeepAliveConnection(port)) {
            for (int i = 0; i < count; i++) {
                answer(request, connection);
            }
        }
        String[] after = counters();
        return new Use(difference(before, after, 0) / 1e3 / count, difference(before, after, 1) / count);
    }

    private byte[] answer(BenchRequest request, KeepAliveConnection connection) throws IOException {
        return connection.granted(request.text().apply(sent++));
    }

    private static double difference(String[] before, String[] after, int which) {
        return Long.parseLong(after[which]) - Long.parseLong(before[which]);
    }

    /** Lets a bare Jetty give the answer that is in a file. */
    void give(Path answer) throws IOException {
        say(answer.toString());
    }

    private String[] counters() throws IOException {
        return say("").split(" ");
    }

    private String say(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(UTF_8));
        process.getOutputStream().flush();
        return said.readLine();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
