package dev.hubtwin.internal.contract.artifacts;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program with a Java of its own, as {@code -Pdist} packed it: the archive, and the image for containers. */
@DisplayName("The distribution for Linux")
@Timeout(180)
class DistributionIT {

    private static final Path TARGET = Path.of("..", "impl", "target");

    /** Mounts what every container has. */
    private static final String MOUNT = "mount --bind /proc \"$0/proc\" && mount --rbind /dev \"$0/dev\"";

    /** Does for the image what an engine would. */
    private static final String CONTAINER =
            MOUNT + " && exec chroot --userspec=65532:65532 \"$0\" /opt/hubtwin/bin/hubtwin --host 0.0.0.0 --port 0"
                    + " --data jdbc:sqlite:/tmp/worlds.db";

    @TempDir
    static Path folder;

    private static Path launcher;

    @BeforeAll
    static void unpack() throws Exception {
        Path home = Files.createDirectory(folder.resolve("with a space"));
        succeed(
                "tar",
                "-xzf",
                packed(".*-linux-\\w+\\.tar\\.gz", "-Pdist packs it").toString(),
                "-C",
                home.toString());
        try (Stream<Path> inside = Files.list(home)) {
            launcher = inside.findFirst().orElseThrow().resolve("bin/hubtwin");
        }
    }

    @Test
    @DisplayName("starts without any environment, through a symbolic link, serves over TLS too, and ends with 0")
    void runsAlone() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), launcher);
        try (LaunchedTwin twin = new LaunchedTwin(
                Map.of("HUBTWIN_JAVA_OPTS", "-Duser.home=" + folder),
                link.toString(),
                "--port",
                "0",
                "--tls-port",
                "0")) {
            assertEquals(200, twin.send("GET", "/orgs/acme", ""));
            assertEquals(200, twin.send("GET", "/docs", ""));
            assertTrue(Files.exists(folder.resolve(".hubtwin/tls-cert.pem")));
            assertEquals(0, twin.end());
            assertEquals("", twin.errors());
        }
    }

    @Test
    @DisplayName("keeps its worlds in SQLite, and needs no folder for temporary files for that")
    void keepsWorlds() throws Exception {
        Map<String, String> options = Map.of("HUBTWIN_JAVA_OPTS", "-Djava.io.tmpdir=/nowhere");
        String data = "jdbc:sqlite:" + folder.resolve("worlds.db");
        try (LaunchedTwin twin =
                new LaunchedTwin(options, launcher.toString(), "--port", "0", "--grace", "0", "--data", data)) {
            assertEquals(200, twin.send("PATCH", "/orgs/acme", "{\"company\":\"Kept\"}"));
            assertEquals(0, twin.end());
            assertEquals("", twin.errors());
        }
        Process export = LaunchedTwin.start(folder, options, launcher.toString(), "data", "export", "--data", data);
        assertTrue(new String(export.getInputStream().readAllBytes()).contains("\"company\": \"Kept\""));
    }

    @Test
    @DisplayName("takes its classes from the archive of classes, wherever it was unpacked")
    void findsArchivedClasses() throws Exception {
        Path log = folder.resolve("classes.txt");
        Map<String, String> options = Map.of("HUBTWIN_JAVA_OPTS", "-Xlog:class+load:file=" + folder.relativize(log));
        assertEquals(
                0,
                LaunchedTwin.start(folder, options, launcher.toString(), "--version")
                        .waitFor());
        List<String> loaded = Files.readAllLines(log);
        long archived = loaded.stream()
                .filter(line -> line.contains("shared objects file"))
                .count();
        assertTrue(archived > 0.9 * loaded.size(), archived + " of " + loaded.size());
    }

    @Test
    @DisplayName("collects with one thread below a heap of 1 GB and with G1 above, and as it is told")
    void choosesCollector() throws Exception {
        assertEquals("Serial", collector("-Xmx900m"));
        assertEquals("Serial", collector("-Xmx1000000k"));
        assertEquals("G1", collector("-Xmx2g"));
        assertEquals("Parallel", collector("-Xmx900m -XX:+UseParallelGC"));
    }

    private static String collector(String options) throws Exception {
        Process version = LaunchedTwin.start(
                folder, Map.of("HUBTWIN_JAVA_OPTS", options + " -Xlog:gc"), launcher.toString(), "--version");
        String said = new String(version.getInputStream().readAllBytes());
        return said.lines()
                .filter(line -> line.contains("Using "))
                .map(line -> line.replaceAll(".*Using (\\w+).*", "$1"))
                .findFirst()
                .orElse(said);
    }

    @Test
    @DisplayName("ends with a line and status 3 when its heap is full")
    void endsWithFullHeap() throws Exception {
        String users = IntStream.range(0, 200_000)
                .mapToObj(i -> "{\"login\":\"user-" + i + "\"}")
                .collect(Collectors.joining(",", "{\"users\":[", "]}"));
        try (LaunchedTwin twin = new LaunchedTwin(
                Map.of("HUBTWIN_JAVA_OPTS", "-Xmx48m"), launcher.toString(), "--port", "0", "--max-state", "5m")) {
            for (int i = 0; twin.process().isAlive(); i++) {
                change(twin, i, users);
            }
            assertEquals(3, twin.process().waitFor());
            String line = twin.errors();
            assertTrue(line.contains("java.lang.OutOfMemoryError") || line.contains("MiB is full"), line);
        }
    }

    /** The process may end in the middle of it. */
    private static void change(LaunchedTwin twin, int world, String users) throws InterruptedException {
        try {
            twin.send("PUT", "/_twin/worlds/w" + world, "");
            twin.send("PUT", "/w/w" + world + "/_twin/state", users);
        } catch (IOException e) {
            twin.process().waitFor();
        }
    }

    @Test
    @DisplayName("runs in the image from nothing, as a user without rights, and keeps its world in SQLite")
    void runsInImage() throws Exception {
        Path image = packed(".*-image-\\w+\\.tar", "-Pdist packs it");
        Path layers = Files.createDirectory(folder.resolve("layers"));
        Path root = Files.createDirectory(folder.resolve("root"));
        succeed("tar", "-xf", image.toString(), "-C", layers.toString());
        try (Stream<Path> blobs = Files.list(layers.resolve("blobs/sha256"))) {
            for (Path layer :
                    blobs.filter(blob -> blob.toFile().length() > 1_000_000).toList()) {
                succeed("tar", "-xzf", layer.toString(), "-C", root.toString());
            }
        }
        Files.createDirectory(root.resolve("proc"));
        Files.createDirectory(root.resolve("dev"));
        skipUnless(run("unshare", "-m", "sh", "-c", MOUNT, root.toString()) == 0, "the image needs root to be run");
        try (LaunchedTwin twin =
                new LaunchedTwin(Map.of(), "/usr/bin/env", "unshare", "-m", "sh", "-c", CONTAINER, root.toString())) {
            assertEquals(200, twin.send("GET", "/orgs/acme", ""));
            assertEquals(0, twin.end());
        }
    }

    private static Path packed(String name, String reason) throws IOException {
        try (Stream<Path> files = Files.list(TARGET)) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().matches(name))
                    .toList();
            skipUnless(!found.isEmpty(), "nothing was packed; " + reason);
            return found.get(0);
        }
    }

    private static void skipUnless(boolean possible, String reason) {
        String skipped = "SKIPPED: the distribution for Linux: " + reason;
        if (!possible) {
            System.out.println(skipped);
        }
        assumeTrue(possible, skipped);
    }

    private static void succeed(String... command) throws Exception {
        assertEquals(0, run(command), String.join(" ", command));
    }

    private static int run(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            return process.waitFor(60, SECONDS) ? process.exitValue() : -1;
        } catch (IOException e) {
            return -1; // there is no such program
        }
    }
}
