package dev.hubtwin.testcontainers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hubtwin.Twin;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.builder.Transferable;

/** With a container engine, and with the image that {@code -Pdist} packs. */
@DisplayName("A running container")
class RunningContainerTest {

    private static final String IMAGE = "hubtwin:" + Twin.version();
    private static final Path PACKED = Path.of("..", "target");
    private static final String SEED = "{users: [{login: zoe}], organizations: [{login: zoo, description: Animals}]}";

    @Test
    @DisplayName("serves its seed when it is up, and takes what the control API is told")
    void serves() throws Exception {
        skipUnless(DockerClientFactory.instance().isDockerAvailable(), "no container engine answers");
        List<Path> images = images();
        skipUnless(!images.isEmpty(), "no image was packed; -Pdist packs it");
        try (InputStream image = Files.newInputStream(images.get(0))) {
            DockerClientFactory.lazyClient().loadImageCmd(image).exec();
        }
        try (HubtwinContainer twin = new HubtwinContainer(IMAGE).withSeed(Transferable.of(SEED))) {
            twin.start();
            assertTrue(get(twin.getUrl() + "/orgs/zoo").contains("Animals"));
            assertTrue(get(twin.fork("other") + "/api/v3/orgs/zoo").contains("Animals"));
            twin.reset();
        }
    }

    private static String get(String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertEquals(200, response.statusCode(), response.body());
        return response.body();
    }

    private static List<Path> images() throws IOException {
        try (Stream<Path> files = Files.list(PACKED)) {
            return files.filter(file -> file.toString().matches(".*-image-\\w+\\.tar"))
                    .toList();
        }
    }

    private static void skipUnless(boolean possible, String reason) {
        String skipped = "SKIPPED: the running container: " + reason;
        if (!possible) {
            System.out.println(skipped);
        }
        assumeTrue(possible, skipped);
    }
}
