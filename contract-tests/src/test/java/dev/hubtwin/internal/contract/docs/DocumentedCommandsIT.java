package dev.hubtwin.internal.contract.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hubtwin.Twin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every command of every document: those of one document in one shell, from top to bottom, in an empty folder,
 * against a twin of their own with the demo world. Addresses and the paths of the two packed jars are put in their
 * place.
 */
@DisplayName("The commands of the documents")
@Execution(ExecutionMode.CONCURRENT)
class DocumentedCommandsIT {

    private static final String BUILDS = "builds the project, which this test is a part of";
    private static final String DISTRIBUTION = "needs what -Pdist packs, which DistributionIT runs";
    private static final String SERVES = "serves until it is stopped; docs/command-line.md has it in the background";
    private static final String DATABASE = "needs a server of PostgreSQL; SharedTwinIT starts one";
    private static final String ENGINE = "needs a container engine";
    private static final String MEASURES = "measures for minutes, after a build";
    private static final String BENCH = "mvn -q -f impl/pom.xml test-compile exec:exec -Dexec.classpathScope=test"
            + " -Dexec.executable=java \\\n    -Dexec.args=\"-cp %%classpath dev.hubtwin.internal.bench.%s\"";

    /** The commands that are not run, and why. */
    private static final Map<String, String> NOT_RUN = Map.ofEntries(
            Map.entry("mvn -q -DskipTests package && java -jar impl/target/hubtwin.jar", BUILDS),
            Map.entry("mvn -q -DskipTests package", BUILDS),
            Map.entry("mvn verify", BUILDS),
            Map.entry("mvn verify -Pfull", BUILDS),
            Map.entry("mvn verify -Ppublication", BUILDS),
            Map.entry("mvn -DskipTests -Ppublication verify", BUILDS),
            Map.entry("mvn verify -Pproof", BUILDS),
            Map.entry(
                    "mvn -Prelease -DskipTests -Dgpg.skip"
                            + " -DaltDeploymentRepository=staging::file://$PWD/target/staging deploy",
                    BUILDS),
            Map.entry("mvn -q -pl impl -am test -Dtest=TwinTest -Dsurefire.failIfNoSpecifiedTests=false", BUILDS),
            Map.entry(
                    "mvn -q -pl contract-tests -am verify -Dtest='Documented*Test' -Dit.test=DocumentedCommandsIT \\\n"
                            + "    -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false",
                    BUILDS),
            Map.entry("mvn -q -DskipTests install", BUILDS),
            Map.entry(
                    "mvn -Pfull verify -pl contract-tests -am -Dtest=LiesTest -Dsurefire.failIfNoSpecifiedTests=false",
                    BUILDS),
            Map.entry(BENCH.formatted("StartBench"), MEASURES),
            Map.entry(BENCH.formatted("ContainerBench"), MEASURES),
            Map.entry("mvn -q -Pbench -pl impl -am process-test-classes", MEASURES),
            Map.entry(
                    "mvn -q -f contract-tests/pom.xml test-compile exec:exec -Dexec.classpathScope=test"
                            + " -Dexec.executable=java \\\n    -Dexec.args=\"-cp %classpath"
                            + " dev.hubtwin.internal.contract.pages.ReportBench\"",
                    MEASURES),
            Map.entry("mvn -q -Pbench -Dbench.main=WorldBench -pl impl -am process-test-classes", MEASURES),
            Map.entry("mvn -Pdist -DskipTests package", BUILDS),
            Map.entry("tar -xzf impl/target/hubtwin-0.3.0-SNAPSHOT-linux-amd64.tar.gz -C ~/.local", DISTRIBUTION),
            Map.entry("~/.local/hubtwin-0.3.0-SNAPSHOT/bin/hubtwin --port 8080", DISTRIBUTION),
            Map.entry(
                    "HUBTWIN_JAVA_OPTS=\"-Xmx256m\" ~/.local/hubtwin-0.3.0-SNAPSHOT/bin/hubtwin --port 8080",
                    DISTRIBUTION),
            Map.entry("docker load -i impl/target/hubtwin-0.3.0-SNAPSHOT-image-amd64.tar", ENGINE),
            Map.entry(
                    "docker run --rm -p 127.0.0.1:8080:8080 hubtwin:0.3.0-SNAPSHOT --control-token \"$CONTROL_TOKEN\"",
                    ENGINE),
            Map.entry("java -jar hubtwin.jar --data jdbc:sqlite:hubtwin.db", SERVES),
            Map.entry(
                    "java -cp impl/target/test-classes:impl/target/hubtwin.jar:impl/target/sqlite-jdbc.jar"
                            + " dev.hubtwin.internal.bench.RequestBench kept",
                    MEASURES),
            Map.entry(
                    "export HUBTWIN_DATA='jdbc:postgresql://db.example.com/hubtwin?user=hubtwin&password=…'", DATABASE),
            Map.entry(
                    "java -jar hubtwin.jar --host 0.0.0.0 --control-token \"$CONTROL_TOKEN\""
                            + " --peer-url http://10.0.0.5:8080",
                    DATABASE),
            Map.entry("docker compose -f docs/operations/compose.yaml up", ENGINE),
            Map.entry("docker build -t hubtwin -f impl/src/dist/Dockerfile impl/target", ENGINE),
            Map.entry("java -jar impl/target/hubtwin.jar --tls-port 8443", "writes into the home directory"),
            Map.entry(
                    "java -jar impl/target/hubtwin.jar --host 0.0.0.0 --control-token \"$CONTROL_TOKEN\"",
                    "listens to other machines"));

    private static final String README = "README.md";
    private static final String HOST = "localhost:8080";
    private static final String ADDRESS = "127.0.0.1:8080";
    private static final List<String> JARS =
            List.of("impl/target/hubtwin.jar", "contract-tests/target/contract-tests.jar");

    static List<MarkdownDocument> otherDocuments() throws IOException {
        MarkdownDocument readme = MarkdownDocument.read(README);
        return MarkdownDocument.all().stream()
                .filter(document -> !document.equals(readme) && !run(document).isEmpty())
                .toList();
    }

    private static List<ShellCommand> run(MarkdownDocument document) {
        return ShellCommand.in(document).stream()
                .filter(command -> !NOT_RUN.containsKey(command.withoutComment()))
                .toList();
    }

    @Test
    @DisplayName("Each command of the README succeeds and prints what it shows")
    void printWhatTheReadmeShows(@TempDir Path folder) throws Exception {
        printWhatIsShown(MarkdownDocument.read(README), folder);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("otherDocuments")
    @DisplayName("Each command of the other documents succeeds and prints what the document shows")
    void printWhatIsShown(MarkdownDocument document, @TempDir Path folder) throws Exception {
        requirePrograms("bash", "curl", "jq", "openssl");
        List<ShellCommand> commands = run(document);
        try (Twin twin = Twin.start()) {
            String port = twin.url().substring(twin.url().lastIndexOf(':'));
            List<BashSession.Result> results = new BashSession(folder)
                    .run(commands.stream()
                            .map(command -> placed(command.text(), port))
                            .toList());
            List<String> faults = new ArrayList<>();
            ShownOutput shown = new ShownOutput(Clock.systemUTC());
            for (int i = 0; i < commands.size(); i++) {
                faults.addAll(faults(shown, commands.get(i), results.get(i), port));
            }
            assertEquals("", String.join("\n\n", faults));
        }
    }

    private static void requirePrograms(String... programs) {
        List<String> missing = BashSession.missing(programs);
        String skipped = "SKIPPED: the commands of the documents. No " + String.join(", ", missing)
                + " in PATH; apt-get install " + String.join(" ", missing);
        if (!missing.isEmpty()) {
            System.out.println(skipped);
        }
        assumeTrue(missing.isEmpty(), skipped);
    }

    private static String placed(String command, String port) {
        String placed = command.replace(HOST, "localhost" + port).replace(ADDRESS, "127.0.0.1" + port);
        for (String jar : JARS) {
            placed =
                    placed.replace(jar, MarkdownDocument.REPOSITORY.resolve(jar).toString());
        }
        return placed;
    }

    private static List<String> faults(
            ShownOutput shown, ShellCommand command, BashSession.Result result, String port) {
        List<String> printed = result.output().stream()
                .map(line -> line.replace("localhost" + port, HOST).replace("127.0.0.1" + port, ADDRESS))
                .toList();
        String where = command.place() + ": " + command.text() + "\n";
        if (result.status() != 0) {
            return List.of(where + "ended with " + result.status() + " and printed\n" + String.join("\n", printed));
        }
        if (command.output() == null || shown.matches(command.output(), printed)) {
            return List.of();
        }
        return List.of(where + "is shown to print\n" + String.join("\n", command.output()) + "\nand printed\n"
                + String.join("\n", printed));
    }

    @Test
    @DisplayName("Those that are not run stand in a document")
    void areListedForAReason() throws IOException {
        Set<String> written = MarkdownDocument.all().stream()
                .map(ShellCommand::in)
                .flatMap(Collection::stream)
                .map(ShellCommand::withoutComment)
                .collect(Collectors.toSet());
        Set<String> gone = new LinkedHashSet<>(NOT_RUN.keySet());
        gone.removeAll(written);
        assertEquals(Set.of(), gone);
    }
}
