package dev.hubtwin.internal.contract.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The runnable twin, as it was packed, in a process of its own with a small heap, and what it takes of memory. */
final class PackedTwin implements AutoCloseable {

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s*([0-9]+) kB");
    private static final Pattern COLLECTED = Pattern.compile("[0-9]+M->([0-9]+)M\\(");

    private final Path collections;
    private final Process process;
    private final URI url;

    /**
     * Starts one and waits until it serves.
     *
     * @param folder for what it writes
     * @param seed the file with its world
     * @param heap as {@code -Xmx} takes it
     */
    PackedTwin(Path folder, Path seed, String heap) throws IOException {
        collections = folder.resolve("collections.log");
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-Xlog:gc:file=" + collections,
                        "-jar",
                        Path.of("../impl/target/hubtwin.jar").toString(),
                        "--port",
                        "0",
                        "--seed",
                        seed.toString())
                .redirectError(folder.resolve("errors.log").toFile())
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        while (!line.contains("as api.github.com")) {
            line = out.readLine();
        }
        url = URI.create(line.replaceAll(".* (http:\\S+)/$", "$1"));
    }

    /** Where it serves, without a slash at the end. */
    URI url() {
        return url;
    }

    /** Whether it still runs. */
    boolean isAlive() {
        return process.isAlive();
    }

    /** How much of the machine's memory it occupies, in MiB; 0 where the system does not say. */
    long resident() throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        return Files.isReadable(status) ? last(RESIDENT, Files.readString(status)) >> 10 : 0;
    }

    /** How much of the heap was in use after the last collection, in MiB. */
    long heap() throws IOException {
        return last(COLLECTED, Files.readString(collections));
    }

    private static long last(Pattern figure, String text) {
        Stream<MatchResult> found = figure.matcher(text).results();
        return found.mapToLong(match -> Long.parseLong(match.group(1)))
                .reduce((earlier, later) -> later)
                .orElse(0);
    }

    /** Asks it to end, and waits. */
    int end() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
