package dev.hubtwin.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL server of the machine's own, with an empty database in a folder that goes with it. */
public final class PostgresServer implements AutoCloseable {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final List<String> USERS = List.of("postgres", "nobody");

    private final Path programs;
    private final Path home;
    private final int port;
    private Process process;

    private PostgresServer(Path programs, Path home, int port) {
        this.programs = programs;
        this.home = home;
        this.port = port;
    }

    /** Starts one; where the machine has none, the test is skipped, and says so. */
    public static PostgresServer start() throws IOException {
        Optional<Path> programs = programs();
        String skipped = "SKIPPED: worlds in PostgreSQL. No initdb in PATH; apt-get install postgresql";
        if (programs.isEmpty()) {
            System.out.println(skipped);
        }
        assumeTrue(programs.isPresent(), skipped);
        Path home = Files.createTempDirectory("hubtwin-postgres");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
        PostgresServer server = new PostgresServer(programs.get(), home, freePort());
        server.run(
                "initdb", "-D", server.data(), "-U", "hubtwin", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        server.serve();
        return server;
    }

    private static Optional<Path> programs() throws IOException {
        List<Path> folders = new ArrayList<>();
        if (Files.isDirectory(DEBIAN)) {
            try (Stream<Path> versions = Files.list(DEBIAN)) {
                versions.map(version -> version.resolve("bin"))
                        .sorted(Comparator.reverseOrder())
                        .forEach(folders::add);
            }
        }
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(Path::of)
                .forEach(folders::add);
        return folders.stream()
                .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
                .findFirst();
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    private String data() {
        return home.resolve("data").toString();
    }

    /** A command that the superuser, whom PostgreSQL refuses, runs as somebody else. */
    private ProcessBuilder command(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            String user =
                    USERS.stream().filter(PostgresServer::exists).findFirst().orElseThrow();
            command.addAll(List.of("setpriv", "--reuid=" + user, "--clear-groups"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("output.txt").toFile()));
    }

    private static boolean exists(String user) {
        try (Stream<String> users = Files.lines(Path.of("/etc/passwd"))) {
            return users.anyMatch(line -> line.startsWith(user + ":"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(String program, String... arguments) throws IOException {
        try {
            if (command(program, arguments).start().waitFor() != 0) {
                throw new IOException(program + ": " + Files.readString(home.resolve("output.txt")));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts it, once more after {@link #kill}, and waits until it takes connections. */
    public void serve() throws IOException {
        while (!isServing()) {
            if (process == null || !process.isAlive()) {
                process = command("postgres", "-D", data(), "-p", "" + port, "-k", home.toString(), "-h", "127.0.0.1")
                        .start();
            }
            Thread.onSpinWait();
        }
    }

    private boolean isServing() {
        try {
            DriverManager.getConnection(url()).close();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** Kills it, as a power failure would. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Where it is, as JDBC has it. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=hubtwin";
    }

    @Override
    public void close() throws IOException {
        kill();
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
