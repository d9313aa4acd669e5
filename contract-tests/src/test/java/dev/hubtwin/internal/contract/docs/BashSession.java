package dev.hubtwin.internal.contract.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One run of bash, in a folder of its own, in which commands follow one another as if they were typed. */
final class BashSession {

    /** Stands in the output after each command; no command prints it. */
    private static final char MARK = '\u001e';

    private static final long MINUTES = 5;
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");

    /**
     * A {@code java} before the one in the path, with the collector and the compiler that short lives and few cores
     * want.
     */
    private static final String LAUNCHER = "#!/bin/sh\nexec '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \"$@\"\n";

    private final Path folder;

    /**
     * What came of a command.
     *
     * @param status its exit status; -1 if it did not end
     * @param output what it printed, on standard output and standard error, without blank lines at the end
     */
    record Result(int status, List<String> output) {}

    /** Prepares a session in a folder, which is to be empty. */
    BashSession(Path folder) {
        this.folder = folder;
    }

    /** Returns those of these programs that are not in the path. */
    static List<String> missing(String... programs) {
        String[] folders = System.getenv("PATH").split(File.pathSeparator);
        return Arrays.stream(programs)
                .filter(name -> Arrays.stream(folders).noneMatch(path -> new File(path, name).canExecute()))
                .toList();
    }

    /**
     * Runs commands, one after another, whatever comes of each.
     *
     * @return one result for each command
     */
    List<Result> run(List<String> commands) throws IOException, InterruptedException {
        Path tools = Files.createTempDirectory("commands");
        Path script = tools.resolve("commands.sh");
        Path output = tools.resolve("output.txt");
        Path launcher = tools.resolve("java");
        try {
            Files.writeString(script, script(commands));
            Files.writeString(launcher, LAUNCHER.formatted(JAVA.resolve("java")));
            Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
            start(script, tools, output);
            return results(Files.readString(output, UTF_8), commands.size());
        } finally {
            Files.deleteIfExists(script);
            Files.deleteIfExists(output);
            Files.deleteIfExists(launcher);
            Files.delete(tools);
        }
    }

    /** Whatever still runs in the background is ended at the end. */
    private static String script(List<String> commands) {
        StringBuilder script = new StringBuilder("trap 'kill $(jobs -p) 2>/dev/null; wait 2>/dev/null' EXIT\n");
        for (String command : commands) {
            script.append(command).append("\nprintf '\\036%d\\036' $?\n");
        }
        return script.toString();
    }

    private void start(Path script, Path tools, Path output) throws IOException, InterruptedException {
        ProcessBuilder bash = new ProcessBuilder("bash", script.toString())
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        Map<String, String> environment = bash.environment();
        environment.put("PATH", tools + File.pathSeparator + JAVA + File.pathSeparator + environment.get("PATH"));
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("no_proxy", "*");
        Process process = bash.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }

    private static List<Result> results(String output, int commands) {
        String[] parts = output.split(String.valueOf(MARK), -1);
        List<Result> results = new ArrayList<>();
        for (int command = 0; command < commands; command++) {
            String printed = 2 * command < parts.length ? parts[2 * command] : "";
            int status = 2 * command + 1 < parts.length ? Integer.parseInt(parts[2 * command + 1]) : -1;
            results.add(new Result(status, lines(printed)));
        }
        return results;
    }

    /** An HTTP header ends in a carriage return, which a terminal does not show. */
    private static List<String> lines(String printed) {
        return ShellCommand.withoutBlankEnd(Stream.of(printed.split("\n", -1))
                .map(line -> line.replace("\r", ""))
                .toList());
    }
}
