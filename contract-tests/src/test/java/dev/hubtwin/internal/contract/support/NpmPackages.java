package dev.hubtwin.internal.contract.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Packages of the npm registry, which tests compare with and which are not part of this project. */
public final class NpmPackages {

    private static final List<String> INSTALL =
            List.of("npm", "install", "--prefix", ".", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts");

    private NpmPackages() {}

    /**
     * Fetches packages into {@code node_modules} of a folder.
     *
     * @param packages names with versions, such as {@code probot@14.3.2}
     * @return whether they are there; false if there is no npm, or no registry
     */
    public static boolean fetch(Path folder, List<String> packages) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        List<String> command = new ArrayList<>(INSTALL);
        command.addAll(packages);
        ProcessBuilder npm = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("npm.txt").toFile());
        try {
            Process running = npm.start();
            return running.waitFor(2, TimeUnit.MINUTES) && running.exitValue() == 0;
        } catch (IOException e) {
            return false; // there is no npm
        }
    }
}
