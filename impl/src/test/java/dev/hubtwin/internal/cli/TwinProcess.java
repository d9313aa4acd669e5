package dev.hubtwin.internal.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line as a process of its own, which serves the demo world. */
final class TwinProcess implements AutoCloseable {

    private static final String TOKEN = "ghp_owner";
    private static final String DEMO_TOKEN = "ghp_ownerowner";

    final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final Path errors;
    private final URI url;
    private final String token;

    /** Starts one and waits until it serves; {@code java} are options of the virtual machine. */
    TwinProcess(List<String> java, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("--port", "0"));
        all.addAll(List.of(arguments));
        errors = Files.createTempFile("hubtwin", ".txt");
        process = new ProcessBuilder(command(java, all.toArray(String[]::new)))
                .redirectError(errors.toFile()) // a pipe that nobody reads would hold it up
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        while (line != null && !line.contains("as api.github.com")) {
            line = out.readLine();
        }
        if (line == null) {
            throw new IOException(
                    "it does not start: " + errors() + process.onExit().join());
        }
        url = URI.create(line.replaceAll(".* (http:\\S+)/$", "$1"));
        while (!line.contains(TOKEN) && !line.contains(StartupBanner.OWNED_ELSEWHERE)) {
            line = out.readLine();
        }
        token = line.contains(TOKEN) ? line.strip().split(" +")[0] : DEMO_TOKEN;
    }

    /** The command that starts the program on the class path of the tests. */
    static List<String> command(List<String> java, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        command.addAll(java);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.hubtwin.internal.cli.Main"));
        command.addAll(List.of(arguments));
        return command;
    }

    Process process() {
        return process;
    }

    /** A connection to it. */
    Socket connect() throws IOException {
        return new Socket(url.getHost(), url.getPort());
    }

    /** A request of an owner of the organization; a null body is none. */
    HttpRequest request(String method, String path, String body) {
        return HttpRequest.newBuilder(url.resolve(path))
                .header("Authorization", "token " + token)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
    }

    /** Sends such a request. */
    HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        return client.send(request(method, path, body), BodyHandlers.ofString());
    }

    /** What it says on its error stream until it ends. */
    String errors() throws IOException {
        process.onExit().join();
        return Files.readString(errors);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        Files.deleteIfExists(errors);
    }
}
