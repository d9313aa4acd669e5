package dev.hubtwin.internal.contract.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hubtwin.Twin;
import dev.hubtwin.TwinWorld;
import dev.hubtwin.internal.contract.docs.ClientTask.Library;
import dev.hubtwin.internal.contract.support.NpmPackages;
import dev.hubtwin.seed.Seed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the programs of docs/client-tasks, each in a world of its own, and holds the page that shows them. */
@DisplayName("The ten tasks")
class ClientTasksTest {

    private static final String PAGE = "docs/client-tasks.md";
    private static final String TABLE = "| task |";
    private static final String WRITE = "hubtwin.tasks.write";
    private static final Path NPM = Path.of("target", "client-tasks").toAbsolutePath();
    private static final Pattern OCTOKIT = Pattern.compile("`(octokit@\\d+\\.\\d+\\.\\d+)`");

    /** Webhooks of the programs lead nowhere, so nobody waits for deliveries at the end. */
    private static final Twin TWIN = Twin.start(Seed.demo(), Twin.Options.LOCAL.withGrace(Duration.ZERO));

    @AfterEach
    void drop() {
        TWIN.drop("task");
    }

    @AfterAll
    static void close() {
        TWIN.close();
    }

    static List<ClientTask> tasksOfHub4j() throws IOException {
        return ClientTask.all().stream()
                .filter(task -> task.isDoneWith(Library.HUB4J))
                .toList();
    }

    static List<ClientTask> tasks() throws IOException {
        return ClientTask.all();
    }

    @ParameterizedTest
    @MethodSource("tasks")
    @DisplayName("are done by whole programs with this client, which print what is committed")
    void areDoneWithThisClient(ClientTask task, @TempDir Path folder) throws Exception {
        assertEquals(task.output(), printedInJava(task, Library.THIS_CLIENT, folder));
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("tasksOfHub4j")
    @DisplayName("are done with hub4j, and print the same")
    void areDoneWithHub4j(ClientTask task, @TempDir Path folder) throws Exception {
        assertEquals(task.output(), printedInJava(task, Library.HUB4J, folder));
    }

    private static String printedInJava(ClientTask task, Library library, Path folder) throws Exception {
        String source = placed(task, library, folder)
                .replace("Path.of(\"app.pem\")", "Path.of(\"" + folder.resolve("app.pem") + "\")");
        String name = library.file().replace(".java", "");
        JavaProgram program = new JavaProgram(task + " with " + library.title(), name, source);
        return printed(() -> program.run(folder, "main", new Class<?>[] {String[].class}, (Object) new String[0]));
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("tasks")
    @DisplayName("are done in JavaScript, and print the same, where packages may be fetched")
    void areDoneInJavaScript(ClientTask task) throws Exception {
        requireOctokit();
        Files.writeString(NPM.resolve("program.mjs"), placed(task, Library.OCTOKIT, NPM));
        BashSession.Result result =
                new BashSession(NPM).run(List.of("node program.mjs")).get(0);
        assertEquals(task.output(), String.join("\n", result.output()) + "\n");
    }

    /** Returns a program that calls a world of its own, whose app gets the key that is written beside the program. */
    private static String placed(ClientTask task, Library library, Path folder) throws Exception {
        TwinWorld world = TWIN.fork("task");
        Files.writeString(folder.resolve("app.pem"), JavaFragment.keyOfTheApp(world));
        return Files.readString(task.file(library)).replace("http://localhost:8080", world.url());
    }

    private static void requireOctokit() throws Exception {
        boolean mayFetch = Boolean.getBoolean("hubtwin.full") || System.getenv("CI") != null;
        boolean possible = mayFetch
                && BashSession.missing("bash", "node", "npm").isEmpty()
                && (Files.exists(NPM.resolve("node_modules")) || NpmPackages.fetch(NPM, List.of(octokit())));
        if (!possible) {
            System.out.println("SKIPPED: the ten tasks in JavaScript: -Pfull fetches octokit, if npm can");
        }
        assumeTrue(possible);
    }

    private static String octokit() throws IOException {
        Matcher version = OCTOKIT.matcher(Files.readString(MarkdownDocument.REPOSITORY.resolve(PAGE)));
        return version.results().findFirst().orElseThrow().group(1);
    }

    /** What may fail. */
    @FunctionalInterface
    private interface Program {
        void run() throws Exception;
    }

    private static String printed(Program program) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream console = System.out;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            program.run();
        } finally {
            System.setOut(console);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("are shown as they are, with their lines counted")
    void areShown() throws IOException {
        Path page = MarkdownDocument.REPOSITORY.resolve(PAGE);
        String text = Files.readString(page);
        String shown = table() + blocks();
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(page, text.substring(0, text.indexOf(TABLE)) + shown);
        }
        String committed = Files.readString(page);
        assertEquals(
                shown,
                committed.substring(committed.indexOf(TABLE)),
                "run this test with -D" + WRITE + "=true, and commit " + PAGE);
    }

    private static String table() throws IOException {
        StringBuilder table = new StringBuilder(
                row("task", Arrays.stream(Library.values()).map(Library::title).collect(Collectors.joining(" | "))));
        table.append("|---|---|---|---|\n");
        for (ClientTask task : ClientTask.all()) {
            StringBuilder cells = new StringBuilder();
            for (Library library : Library.values()) {
                cells.append(cells.isEmpty() ? "" : " | ").append(cell(task, library));
            }
            table.append(row("[" + task.title() + "](#" + anchor(task) + ")", cells.toString()));
        }
        return table.toString();
    }

    private static String row(String first, String others) {
        return "| " + first + " | " + others + " |\n";
    }

    private static String cell(ClientTask task, Library library) throws IOException {
        return task.isDoneWith(library)
                ? "[" + task.length(library) + "](" + path(task, library).replaceFirst("^docs/", "") + ")"
                : "not there";
    }

    private static String path(ClientTask task, Library library) {
        return MarkdownDocument.REPOSITORY.relativize(task.file(library)).toString();
    }

    /** Returns what the page's heading is linked by. */
    private static String anchor(ClientTask task) {
        return task.title().toLowerCase(Locale.ROOT).replace(".", "").replace(' ', '-');
    }

    private static String blocks() throws IOException {
        StringBuilder blocks = new StringBuilder();
        for (ClientTask task : ClientTask.all()) {
            blocks.append("\n## ").append(task.title()).append("\n");
            for (Library library : Library.values()) {
                if (task.isDoneWith(library)) {
                    String language = library.isJava() ? "java " : "js ";
                    blocks.append("\n```")
                            .append(language)
                            .append(path(task, library))
                            .append('\n');
                    blocks.append(task.statements(library)).append("\n```\n");
                }
            }
        }
        return blocks.toString();
    }
}
