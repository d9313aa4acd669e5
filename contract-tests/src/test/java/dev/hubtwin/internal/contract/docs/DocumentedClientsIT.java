package dev.hubtwin.internal.contract.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hubtwin.Twin;
import dev.hubtwin.TwinTls;
import dev.hubtwin.internal.contract.support.NpmPackages;
import dev.hubtwin.seed.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the snippets of docs/clients.md, each beside a twin of its own, where the client is installed. */
@DisplayName("The snippets of clients")
@Tag("slow")
class DocumentedClientsIT {

    private static final Path NPM = Path.of("target", "clients").toAbsolutePath();
    private static final Pattern NPM_PACKAGE = Pattern.compile("`((?:@[a-z]+/)?[a-z-]+@\\d+\\.\\d+\\.\\d+)`");

    /** Versions in other files of the project that a heading of the document repeats. */
    private static final List<List<String>> VERSIONS = List.of(
            List.of("pom.xml", "<github-api.version>(.*?)</", "## hub4j github-api %s"),
            List.of("impl/src/it/quarkus/pom.xml", "<quarkus.version>(.*?)</", "## Quarkus %s: REST client"),
            List.of(
                    "impl/src/it/spring-boot/invoker.properties",
                    "-Dspring-boot.version=(\\S+)",
                    "## Spring Boot %s and %s: `RestClient`"));

    private static MarkdownDocument document() throws IOException {
        return MarkdownDocument.read("docs/clients.md");
    }

    static List<CodeBlock> snippets() throws IOException {
        return document().blocks(ClientProgram.languages());
    }

    @ParameterizedTest
    @MethodSource("snippets")
    @DisplayName("Each runs unchanged but for ports, and prints what its comments say")
    void print(CodeBlock snippet, @TempDir Path temporary) throws Exception {
        ClientProgram program = ClientProgram.of(snippet);
        requireClient(program, temporary);
        Path folder = program == ClientProgram.NODE ? NPM : temporary;
        Twin.Options options = Twin.Options.LOCAL.withTls(TwinTls.selfSigned(0, folder));
        try (Twin twin = Twin.start(Seed.demo(), options)) {
            Path file = folder.resolve(program.file());
            Files.createDirectories(file.getParent());
            Files.writeString(file, placed(snippet.text(), twin, folder));
            List<BashSession.Result> results =
                    new BashSession(folder).run(List.of(placed(keyOfTheApp(), twin, folder), program.command()));

            List<String> printed = results.get(1).output();
            assertEquals(0, results.get(1).status(), () -> snippet.place() + " ended with " + printed);
            assertEquals(
                    ClientProgram.shown(snippet),
                    printed.stream().map(String::strip).toList());
            assertFalse(printed.isEmpty(), "a snippet shows something");
            assertEquals(List.of(), twin.contractViolations());
        }
    }

    /** The command of the document that writes the key of the app into a file. */
    private static String keyOfTheApp() throws IOException {
        return ShellCommand.in(document()).stream()
                .map(ShellCommand::text)
                .filter(command -> command.contains("> app.pem"))
                .findFirst()
                .orElseThrow();
    }

    private static String placed(String text, Twin twin, Path folder) {
        return text.replace("localhost:8080", twin.url().replace("http://127.0.0.1", "localhost"))
                .replace("localhost:8443", twin.tlsUrl().orElseThrow().replace("https://127.0.0.1", "localhost"))
                .replace("~/.hubtwin/", folder + "/");
    }

    private static void requireClient(ClientProgram program, Path folder) throws Exception {
        List<String> missing = BashSession.missing("bash", "curl", "jq");
        skipUnless(missing.isEmpty(), program, "no " + missing + " in PATH");
        boolean installed =
                new BashSession(folder).run(List.of(program.probe())).get(0).status() == 0;
        skipUnless(installed, program, "install " + program.packages());
        if (program == ClientProgram.NODE) {
            boolean fetches = Boolean.getBoolean("hubtwin.full") || System.getenv("CI") != null;
            skipUnless(fetches, program, "-Pfull fetches the packages");
            boolean fetched = Files.exists(NPM.resolve("node_modules")) || NpmPackages.fetch(NPM, npmPackages());
            skipUnless(fetched, program, "npm cannot get the packages");
        }
    }

    private static void skipUnless(boolean possible, ClientProgram program, String reason) {
        String skipped = "SKIPPED: the snippets of docs/clients.md for " + program + ": " + reason;
        if (!possible) {
            System.out.println(skipped);
        }
        assumeTrue(possible, skipped);
    }

    private static List<String> npmPackages() throws IOException {
        return found(NPM_PACKAGE, String.join("\n", document().lines()));
    }

    @Test
    @DisplayName("are headed by the versions that the build runs")
    void nameVersions() throws IOException {
        List<String> lines = document().lines();
        for (List<String> version : VERSIONS) {
            String file = Files.readString(MarkdownDocument.REPOSITORY.resolve(version.get(0)));
            Object[] versions = found(Pattern.compile(version.get(1)), file).stream()
                    .distinct()
                    .toArray();
            String heading = version.get(2).formatted(versions);
            assertTrue(lines.contains(heading), heading);
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
