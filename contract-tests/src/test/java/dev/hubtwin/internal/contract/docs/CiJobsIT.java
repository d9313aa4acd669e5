package dev.hubtwin.internal.contract.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.hubtwin.Twin;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the shell steps of action.yml and of the jobs that the documents show, as a CI server does, beside a twin. */
@DisplayName("In CI")
class CiJobsIT {

    private static final String DOCUMENT = "docs/contract-tests.md";
    private static final String SERVER = "https://github.example.com/api/v3";
    private static final String WORKFLOW = "yaml .github/workflows/contract.yml";
    private static final String GITLAB = "yaml .gitlab-ci.yml";
    private static final String JENKINS = "groovy Jenkinsfile";
    private static final Path RUNNER = Path.of("target", "contract-tests.jar").toAbsolutePath();
    private static final Path MACHINE =
            Path.of(System.getProperty("maven.repo.local", System.getProperty("user.home") + "/.m2/repository"));
    private static final Path FETCHER = Path.of("org/apache/maven/plugins/maven-dependency-plugin/3.8.1");
    private static final List<String> FILES = List.of("badge.json", "junit.xml", "report.html", "report.json");

    @TempDir
    private Path folder;

    private Twin twin;
    private String said = "";

    @BeforeEach
    void prepare() throws IOException {
        List<String> missing = BashSession.missing("bash");
        if (!missing.isEmpty()) {
            System.out.println("SKIPPED: the jobs for CI. No bash in PATH");
        }
        assumeTrue(missing.isEmpty());
        twin = Twin.start();
        Files.writeString(folder.resolve("names.yaml"), "organization: acme\ntokens: {owner: \"${OWNER_TOKEN}\"}\n");
        Files.writeString(folder.resolve("known.yaml"), "known: []\n");
    }

    @AfterEach
    void stop() {
        if (twin != null) {
            twin.close();
        }
    }

    private void breakLists() {
        twin.world().faults().add(fault -> fault.operations("orgs/list").status(500));
    }

    /** Takes the steps of the action as GitHub does, and returns the status of the job. */
    private int act(Map<String, String> inputs) throws Exception {
        int status = 0;
        for (CompositeAction.Step step : CompositeAction.read().steps(inputs)) {
            if (status == 0 && !step.script().isEmpty()) {
                Path script = Files.writeString(folder.resolve("step.sh"), step.script());
                status = run(CompositeAction.command(script), step.environment());
            } else if (status == 0 || step.always()) {
                assertEquals(FILES, files(step.with().get("path")), "what is kept as an artifact");
            }
        }
        return status;
    }

    private Map<String, String> inputs(Map<String, String> more) {
        Map<String, String> inputs = new HashMap<>(Map.of(
                "base-url",
                twin.url(),
                "config",
                "names.yaml",
                "baseline",
                "known.yaml",
                "options",
                "--rule R37 --no-strict",
                "jar",
                RUNNER.toString()));
        inputs.putAll(more);
        return inputs;
    }

    private int run(List<String> command, Map<String, String> more) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        Map<String, String> environment = builder.environment();
        environment.put(
                "PATH", Path.of(System.getProperty("java.home"), "bin") + File.pathSeparator + environment.get("PATH"));
        environment.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
        environment.put("OWNER_TOKEN", "ghp_ownerowner");
        environment.put("RUNNER_TEMP", folder.toString());
        environment.put("GITHUB_ACTIONS", "true");
        environment.put("GITHUB_STEP_SUMMARY", folder.resolve("summary.md").toString());
        environment.putAll(more);
        int status = builder.start().waitFor();
        said = Files.readString(out);
        return status;
    }

    private List<String> files(String report) throws IOException {
        try (var files = Files.list(folder.resolve(report))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    @DisplayName("the action passes what keeps the contract, and keeps the report")
    void passes() throws Exception {
        assertEquals(0, act(inputs(Map.of("report", "kept here"))), said);
        assertTrue(said.contains("1 passed, 0 failed"), said);
        assertEquals(FILES, files("kept here"));
    }

    @Test
    @DisplayName("the action fails of a finding, annotates it, and keeps the report all the same")
    void fails() throws Exception {
        breakLists();
        assertEquals(1, act(inputs(Map.of())), said);
        assertTrue(said.contains("\n::error title=GET /organizations%3A the status is 500"), said);
        assertTrue(Files.readString(folder.resolve("summary.md")).contains("| 1 | GET /organizations"));
        Files.writeString(folder.resolve("known.yaml"), "known: [{operation: orgs/list, reason: not yet}]\n");
        assertEquals(0, act(inputs(Map.of())), "what the baseline knows passes: " + said);
    }

    @Test
    @DisplayName("the action has every input that a workflow gives it, uses each, and fetches this version")
    void hasInputs() throws Exception {
        CompositeAction action = CompositeAction.read();
        assertEquals(
                new TreeSet<>(action.inputs().keySet()),
                Pattern.compile("inputs\\.([a-z-]+)")
                        .matcher(Files.readString(MarkdownDocument.REPOSITORY.resolve("action.yml"), UTF_8))
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toCollection(TreeSet::new)));
        String pom = Files.readString(MarkdownDocument.REPOSITORY.resolve("pom.xml"));
        assertTrue(pom.contains("<version>" + action.inputs().get("version") + "</version>"));
        JsonNode use = new YAMLMapper().readTree(block(WORKFLOW)).at("/jobs/contract/steps/1");
        assertTrue(use.path("uses").asText().startsWith("hubtwin/hubtwin@"), use::toString);
        use.path("with")
                .fieldNames()
                .forEachRemaining(name -> assertTrue(action.inputs().containsKey(name), name));
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {WORKFLOW, GITLAB, JENKINS})
    @DisplayName("each job that is shown fetches the runner, runs it, and leaves the report where the job looks for it")
    void runs(String name) throws Exception {
        boolean fetches = BashSession.missing("mvn").isEmpty() && Files.isDirectory(MACHINE.resolve(FETCHER));
        if (!fetches) {
            System.out.println("SKIPPED: the jobs for CI, which fetch the runner by Maven. No mvn, or no " + FETCHER);
        }
        assumeTrue(fetches);
        publish();
        assertEquals(0, job(name), said);
        assertTrue(said.contains("1 passed, 0 failed"), said);
        assertTrue(Files.isRegularFile(folder.resolve("contract-report/junit.xml")));
        breakLists();
        assertEquals(1, job(name), said);
        assertTrue(Files.readString(folder.resolve("contract-report/junit.xml")).contains("<failure"));
    }

    private int job(String name) throws Exception {
        Map<String, String> environment =
                new HashMap<>(Map.of("HUBTWIN_RULE", "R37", "MAVEN_OPTS", "-Duser.home=" + folder));
        return switch (name) {
            case WORKFLOW -> workflow(environment);
            case GITLAB -> gitlab(environment);
            default -> jenkins(environment);
        };
    }

    private int workflow(Map<String, String> environment) throws Exception {
        Map<String, String> inputs = new HashMap<>();
        new YAMLMapper()
                .readTree(block(WORKFLOW))
                .at("/jobs/contract/steps/1/with")
                .properties()
                .forEach(input -> inputs.put(input.getKey(), input.getValue().asText()));
        int status = 0;
        for (CompositeAction.Step step : CompositeAction.read().steps(inputs)) {
            if (status == 0 && !step.script().isEmpty()) {
                Map<String, String> all = new HashMap<>(environment);
                all.putAll(step.environment());
                status = run(CompositeAction.command(Files.writeString(folder.resolve("step.sh"), step.script())), all);
            }
        }
        return status;
    }

    private int gitlab(Map<String, String> environment) throws Exception {
        JsonNode job = new YAMLMapper().readTree(block(GITLAB)).path("contract");
        assertEquals(
                "contract-report/junit.xml", job.at("/artifacts/reports/junit").asText());
        job.path("variables")
                .properties()
                .forEach(variable ->
                        environment.put(variable.getKey(), variable.getValue().asText()));
        List<String> lines = new ArrayList<>(List.of("set -eo pipefail"));
        job.path("script").forEach(line -> lines.add(line.asText()));
        return run(List.of("bash", Files.write(folder.resolve("job.sh"), lines).toString()), environment);
    }

    private int jenkins(Map<String, String> environment) throws Exception {
        String pipeline = block(JENKINS);
        assertTrue(pipeline.contains("junit 'contract-report/junit.xml'"), pipeline);
        List<String> steps = Pattern.compile("(?s)\\bsh '''(.*?)'''")
                .matcher(pipeline)
                .results()
                .map(found -> found.group(1).replace("\\\\", "\\"))
                .toList();
        assertEquals(1, steps.size());
        Path script = Files.writeString(folder.resolve("job.sh"), steps.get(0));
        return run(List.of("sh", "-xe", script.toString()), environment);
    }

    /** Returns a job that the document shows, with the twin in the place of the server. */
    private String block(String name) throws IOException {
        return MarkdownDocument.read(DOCUMENT).blocks(name).get(0).text().replace(SERVER, twin.url());
    }

    /** Puts the runner that was packed where Maven finds it by its coordinates, in a home of its own. */
    private void publish() throws IOException {
        String version = CompositeAction.read().inputs().get("version");
        String name = "hubtwin-contract-tests";
        Path published = Files.createDirectories(folder.resolve("published/dev/hubtwin/" + name + "/" + version));
        Files.copy(RUNNER, published.resolve(name + "-" + version + "-runnable.jar"));
        String repositories = List.of(MACHINE, folder.resolve("published")).stream()
                .map(place -> "<%1$s><id>" + place.getFileName() + "</id><url>" + place.toUri()
                        + "</url><snapshots><enabled>true</enabled></snapshots></%1$s>")
                .collect(Collectors.joining());
        Files.createDirectories(folder.resolve(".m2"));
        Files.writeString(
                folder.resolve(".m2/settings.xml"),
                "<settings><profiles><profile><id>here</id><repositories>" + repositories.formatted("repository")
                        + "</repositories><pluginRepositories>" + repositories.formatted("pluginRepository")
                        + "</pluginRepositories></profile></profiles>"
                        + "<activeProfiles><activeProfile>here</activeProfile></activeProfiles></settings>");
    }
}
