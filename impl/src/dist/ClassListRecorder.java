import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts the launcher, asks it what a client usually asks first, and ends it. With {@code -XX:DumpLoadedClassList} in
 * {@code HUBTWIN_JAVA_OPTS}, Java then has written which classes that takes. The argument is the path of the launcher.
 */
final class ClassListRecorder {

    private static final List<String> READ = List.of("/orgs/acme", "/orgs/acme/members", "/user", "/openapi.json");
    private static final String CHANGED = "/orgs/acme";
    private static final String CHANGE = "{\"company\": \"Acme\"}";

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI url;

    private ClassListRecorder(URI url) {
        this.url = url;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path worlds = Files.createTempDirectory("worlds").resolve("worlds.db");
        Process twin = new ProcessBuilder(arguments[0], "--port", "0", "--data", "jdbc:sqlite:" + worlds)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            ClassListRecorder recorder = new ClassListRecorder(address(twin));
            for (String path : READ) {
                recorder.send("GET", path, "");
            }
            recorder.send("PATCH", CHANGED, CHANGE);
        } finally {
            twin.destroy();
            if (!twin.waitFor(30, TimeUnit.SECONDS)) {
                twin.destroyForcibly();
            }
        }
    }

    private static URI address(Process twin) throws IOException {
        BufferedReader out = twin.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.contains("as api.github.com")) {
                return URI.create(line.strip().split(" +")[2]);
            }
        }
        throw new IOException("the launcher ended before it served");
    }

    private void send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve(path))
                .header("Authorization", "token ghp_ownerowner")
                .header("Accept-Encoding", "gzip")
                .method(method, BodyPublishers.ofString(body))
                .build();
        int status = client.send(request, BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IOException(method + " " + path + " was answered with " + status);
        }
    }
}
