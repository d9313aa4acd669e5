package dev.hubtwin.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.Twin;
import dev.hubtwin.TwinData;
import dev.hubtwin.seed.Seed;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("hubtwin data")
class DataCommandTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final List<String> FILES = List.of("worlds.db", "worlds.db-wal");

    /** What a twin left that was killed after three changes of the default world and two of another one. */
    @TempDir
    private static Path killed;

    /** What the twin exported of the default world and the other one before, as JSON, and as YAML. */
    private static final List<String> EXPORTED = new ArrayList<>();

    @TempDir
    private Path folder;

    private String data;

    /** What a command did. */
    private record Outcome(int status, String out, String error) {

        /** A line of the table, with one space between columns. */
        String line(int number) {
            return out.lines().toList().get(number).replaceAll(" +", " ");
        }
    }

    @BeforeAll
    static void kill(@TempDir Path live) throws Exception {
        try (Twin twin = Twin.start(Seed.demo(), Twin.Options.LOCAL.withData(TwinData.at(database(live))))) {
            send(twin, "GET", "/_twin/state", ""); // draws keys of apps
            send(twin, "PUT", "/_twin/worlds/staging", "");
            send(twin, "PATCH", "/orgs/acme", "{\"company\":\"Ünder a tail\"}");
            send(twin, "PATCH", "/orgs/acme", "{\"company\":\"Acme\"}");
            send(twin, "PATCH", "/w/staging/orgs/acme", "{\"company\":\"Stage\"}");
            send(twin, "PATCH", "/w/staging/orgs/acme", "{\"company\":\"Stäge\"}");
            EXPORTED.add(send(twin, "GET", "/_twin/state", "").body());
            EXPORTED.add(send(twin, "GET", "/w/staging/_twin/state", "").body());
            EXPORTED.add(send(twin, "GET", "/_twin/state", "", "Accept", "application/yaml")
                    .body());
            copy(live, killed);
        }
    }

    @BeforeEach
    void copy() throws IOException {
        copy(killed, folder);
        data = database(folder);
    }

    private static void copy(Path from, Path to) throws IOException {
        for (String file : FILES) {
            Files.copy(from.resolve(file), to.resolve(file));
        }
    }

    private static String database(Path folder) {
        return "jdbc:sqlite:" + folder.resolve(FILES.get(0));
    }

    private static HttpResponse<String> send(Twin twin, String method, String path, String body, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(twin.url() + path))
                .header("Authorization", "token ghp_ownerowner")
                .method(method, BodyPublishers.ofString(body));
        HttpResponse<String> answer = CLIENT.send(
                (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
        assertEquals(2, answer.statusCode() / 100, answer.body());
        return answer;
    }

    private static Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter error = new StringWriter();
        int status = Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(error, true))
                .execute(arguments);
        return new Outcome(status, out.toString(), error.toString().strip());
    }

    private Outcome data(String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of("data", command, "--data", data));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private void spoil(String change) throws SQLException {
        try (Connection connection = DriverManager.getConnection(data);
                Statement statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(change), change);
        }
    }

    @Test
    @DisplayName("check says of every world how long its log is, when and by which version it was written, and ok")
    void checkTellsHowWorldsAreKept() {
        Outcome checked = data("check");
        assertEquals(0, checked.status(), checked.toString());
        String table = """
                WORLD SNAPSHOT ENTRIES BYTES LAST CHANGE VERSION STATE
                default 0 3 \\d{4,} 20[-:T0-9]{17}Z WRITER ok
                staging 0 2 \\d{3,} 20[-:T0-9]{17}Z WRITER ok
                """.replace("WRITER", Pattern.quote(Twin.version()));
        assertTrue(checked.out().replaceAll(" +", " ").matches(table), checked.out());
        assertEquals("", checked.error());
    }

    @Test
    @DisplayName("check changes nothing: entries, snapshots and what a twin makes of them are the same after it")
    void checkChangesNothing() throws Exception {
        Outcome before = data("check");
        assertEquals(before, data("check"));
        exportsWhatTheTwinDid();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "delete from log where world = 'default' and seq = 2 | entry 2 of the world default is missing; entry 3 is there",
                "update log set entry = '{' where world = 'default' and seq = 2 | entry 2 of the world default cannot be read",
                "update log set entry = replace(entry, '\"status\":200', '\"status\":201') where world = 'default' and seq = 3 | entry 3 of the world default cannot be done again: it was answered 201, and now 200",
                "update snapshot set state = x'0102' where world = 'default' | snapshot 0 of the world default cannot be read",
                "delete from snapshot where world = 'default' | it has entries, and no snapshot",
            })
    @DisplayName("check tells what is wrong with a world, and that the others are well")
    void checkTellsWhatIsWrong(String change, String problem) throws SQLException {
        spoil(change);
        Outcome checked = data("check");
        assertEquals(1, checked.status());
        String first = checked.out()
                .lines()
                .filter(line -> line.startsWith("default "))
                .findFirst()
                .orElseThrow();
        String second = checked.out()
                .lines()
                .filter(line -> line.startsWith("staging "))
                .findFirst()
                .orElseThrow();
        assertTrue(first.endsWith("  " + problem), first);
        assertTrue(second.endsWith("  ok"), second);
    }

    @Test
    @DisplayName("check and compact of a log of another version say which version has to compact it")
    void tellsWhichVersionHasToCompact() throws SQLException {
        spoil("update log set entry = replace(entry, '" + Twin.version() + "', '0.2.9')"
                + " where world = 'staging' and seq = 2");
        String sentence = "the world staging was changed last by hubtwin 0.2.9, which was not stopped cleanly";
        Outcome checked = data("check");
        assertEquals(1, checked.status());
        assertTrue(
                checked.line(2)
                        .contains(" " + String.join(", ", new TreeSet<>(Set.of("0.2.9", Twin.version()))) + " "
                                + sentence),
                checked.out());
        Outcome compacted = data("compact");
        assertEquals(1, compacted.status());
        assertTrue(compacted.error().startsWith("hubtwin: " + sentence), compacted.error());
        assertTrue(compacted.error().contains("run its \"hubtwin data compact\""), compacted.error());
    }

    @Test
    @DisplayName("compact leaves empty logs, and worlds that are the same")
    void compactLeavesEmptyLogs() throws Exception {
        Outcome compacted = data("compact");
        assertEquals(
                "default: snapshot 3, which takes the place of 3 entries\n"
                        + "staging: snapshot 2, which takes the place of 2 entries\n",
                compacted.out(),
                compacted.error());
        assertEquals(0, compacted.status());
        assertEquals(
                "default: snapshot 3, as before\nstaging: snapshot 2, as before\n",
                data("compact").out());
        Outcome checked = data("check");
        assertEquals("default 3 0 0 - " + Twin.version() + " ok", checked.line(1));
        assertEquals("staging 2 0 0 - " + Twin.version() + " ok", checked.line(2));
        exportsWhatTheTwinDid();
        try (Twin twin = Twin.start(Seed.demo(), Twin.Options.LOCAL.withData(TwinData.at(data)))) {
            assertEquals(EXPORTED.get(0), send(twin, "GET", "/_twin/state", "").body());
            assertEquals(
                    EXPORTED.get(1),
                    send(twin, "GET", "/w/staging/_twin/state", "").body());
        }
    }

    @Test
    @DisplayName("export writes the same bytes as the control API, of any world, as JSON and as YAML")
    void exportsWhatTheTwinDid() throws Exception {
        assertEquals(EXPORTED.get(0), exported());
        assertEquals(EXPORTED.get(1), exported("--world", "staging"));
        assertEquals(EXPORTED.get(2), exported("--yaml"));
        assertTrue(EXPORTED.get(0).contains("ghp_ownerowner"));
    }

    private String exported(String... options) throws IOException {
        Path file = folder.resolve("state");
        List<String> all = new ArrayList<>(List.of("--output", file.toString()));
        all.addAll(List.of(options));
        Outcome outcome = data("export", all.toArray(String[]::new));
        assertEquals(new Outcome(0, "", ""), outcome);
        return Files.readString(file);
    }

    @Test
    @DisplayName("export writes to standard output in UTF-8, whatever the locale is")
    void exportsToStandardOutput() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(TwinProcess.command(
                List.of("-XX:+UseSerialGC", "-Dfile.encoding=US-ASCII"), "data", "export", "--world", "staging"));
        builder.environment().put("HUBTWIN_DATA", data);
        Process export = builder.start();
        assertEquals(EXPORTED.get(1), new String(export.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, export.waitFor());
    }

    @Test
    @DisplayName("None of them works on a file that a twin uses")
    void refuseAFileInUse() {
        try (Twin twin = Twin.start(Seed.demo(), Twin.Options.LOCAL.withData(TwinData.at(data)))) {
            for (String command : List.of("check", "compact", "export")) {
                assertEquals(
                        new Outcome(
                                1, "", "hubtwin: the database of --data cannot be used: another process has it open"),
                        data(command),
                        twin.url());
            }
        }
    }

    @Test
    @DisplayName("export of a world that is not there names those that are")
    void namesTheWorlds() {
        Outcome refused = data("export", "--world", "moon");
        assertEquals(
                new Outcome(
                        1, "", "hubtwin: there is no world \"moon\" in the database; those in it: default, staging"),
                refused);
    }

    @Test
    @DisplayName("export to a file that cannot be written is one line")
    void saysThatAFileCannotBeWritten() {
        assertEquals(
                new Outcome(1, "", "hubtwin: " + folder + " cannot be written"),
                data("export", "--output", folder.toString()));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "data | 2 | hubtwin: Missing required subcommand",
                "data check | 2 | hubtwin: Missing required option: '--data=URL'",
                "data check --peer-url x --data jdbc:sqlite:x | 2 | hubtwin: Unknown options: '--peer-url', 'x'",
                "data check --data jdbc:sqlite:FOLDER/none.db | 1 | hubtwin: the database of --data cannot be used: there is no such file, or it cannot be opened",
                "data check --data jdbc:sqlite:FOLDER/text | 1 | hubtwin: the database of --data cannot be used: the file is no database",
                "data compact --data jdbc:sqlite:FOLDER/empty | 1 | hubtwin: the database of --data cannot be used: it has no tables of Hubtwin",
                "data export --data jdbc:mysql://h/secret | 1 | hubtwin: --data takes jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE; who signs in and with what stands behind that, as ?user=NAME&password=PASSWORD",
                "data check --data jdbc:postgresql://u:secret@h/d | 1 | hubtwin: --data takes jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE; who signs in and with what stands behind that, as ?user=NAME&password=PASSWORD",
                "data check --data jdbc:postgresql://localhost:99999/d?password=secret | 1 | hubtwin: the database of --data cannot be used: its driver cannot read the URL",
            })
    @DisplayName("A wrong call is one line, creates nothing and tells no password")
    void aWrongCallIsOneLine(String command, int status, String line) throws IOException {
        Files.writeString(
                folder.resolve("text"), "This is a text, which is longer than the header of a database is.".repeat(9));
        Files.createFile(folder.resolve("empty"));
        Outcome refused = run(command.replace("FOLDER", folder.toString()).split(" "));
        assertEquals(new Outcome(status, "", line), refused);
        assertFalse(Files.exists(folder.resolve("none.db")));
    }
}
