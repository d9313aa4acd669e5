package dev.hubtwin.internal.contract.artifacts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;

/** A twin with the demo world that a program has started, in an environment that has next to nothing. */
final class LaunchedTwin implements AutoCloseable {

    private static final String OWNER = "token ghp_ownerowner";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final URI url;

    /** Starts one and waits until it serves. */
    LaunchedTwin(Map<String, String> environment, String... command) throws IOException {
        process = start(Path.of("/"), environment, command);
        BufferedReader out = process.inputReader(UTF_8);
        String line = out.readLine();
        while (line != null && !line.contains("as api.github.com")) {
            line = out.readLine();
        }
        if (line == null) {
            throw new IOException("it ended with " + errors());
        }
        url = URI.create(line.replaceAll(".* http://[^:]+:(\\d+)/$", "http://127.0.0.1:$1"));
    }

    /** Starts a command; of the environment of this process it gets nothing but a path without Java. */
    static Process start(Path folder, Map<String, String> environment, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    Process process() {
        return process;
    }

    /** Sends a request of an owner of the organization, and returns the status of the answer. */
    int send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve(path))
                .header("Authorization", OWNER)
                .method(method, BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    /** Ends it by SIGTERM, and returns its status; what it said can still be read. */
    int end() throws InterruptedException {
        process.toHandle().destroy();
        return process.waitFor();
    }

    /** What it says on its error stream until it ends. */
    String errors() throws IOException {
        return new String(process.getErrorStream().readAllBytes(), UTF_8);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
