package dev.hubtwin.internal.contract.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds docs/ARCHITECTURE.md against the code. */
@DisplayName("The names in docs/ARCHITECTURE.md")
class ArchitectureDocumentTest {

    /** Words with a capital in the middle that are not names of types. */
    private static final Set<String> WORDS = Set.of("GitHub", "OpenAPI", "OAuth");

    private static final Pattern TYPE = Pattern.compile("`([A-Z]+[a-z]\\w*)`|\\b([A-Z][a-z]+([A-Z][a-z]*)+)\\b");
    private static final Pattern QUOTED_TYPE = Pattern.compile("`([A-Z][a-z]+[A-Z]\\w*)`");
    private static final Pattern PACKAGE = Pattern.compile("`(dev\\.hubtwin[a-z.]*)`");
    private static final Pattern TREE_LINE = Pattern.compile(" {4}(\\.|[a-z/]+)( .*)?");
    private static final Pattern FILTER_ROW = Pattern.compile("\\| (\\d+) \\| `(\\w+)` \\|.*");
    private static final String PIPELINE = "dev.hubtwin.internal.pipeline.";

    private static MarkdownDocument document;

    @BeforeAll
    static void read() throws IOException {
        document = MarkdownDocument.read("docs/ARCHITECTURE.md");
    }

    @Test
    @DisplayName("are those of types that exist")
    void areTypes() throws IOException {
        Set<String> named = found(document, TYPE);
        named.removeAll(WORDS);
        named.removeAll(typesOfTheProject());
        assertEquals(Set.of(), named);
    }

    @Test
    @DisplayName("and in CONTRIBUTING.md are those of types that exist")
    void areTypesForContributors() throws IOException {
        Set<String> named = found(MarkdownDocument.read("CONTRIBUTING.md"), QUOTED_TYPE);
        named.removeAll(typesOfTheProject());
        assertEquals(Set.of(), named);
    }

    @Test
    @DisplayName("are those of packages that exist")
    void arePackages() throws IOException {
        Set<String> existing = new HashSet<>();
        for (Path file : sources("")) {
            for (Path folder = file.getParent(); folder.toString().contains("hubtwin"); folder = folder.getParent()) {
                existing.add(folder.toString().replaceFirst("^.*?/java/", "").replace('/', '.'));
            }
        }
        Set<String> named = found(document, PACKAGE);
        named.removeAll(existing);
        assertEquals(Set.of(), named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"impl/src/main/java/dev/hubtwin", "contract-tests/src/main/java/dev/hubtwin/internal/contract"})
    @DisplayName("in a tree are those of all its packages")
    void areWholeTrees(String root) throws IOException {
        List<String> tree = document.blocks("").stream()
                .map(CodeBlock::lines)
                .filter(lines -> lines.get(0).equals(root))
                .findFirst()
                .orElseThrow();
        Set<String> shown = new TreeSet<>();
        for (String line : tree.subList(1, tree.size())) {
            var parts = TREE_LINE.matcher(line);
            assertTrue(parts.matches(), line);
            shown.add(parts.group(1));
        }
        Path top = MarkdownDocument.REPOSITORY.resolve(root);
        Set<String> existing = sources(root).stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .map(file -> top.relativize(file.getParent()).toString())
                .map(path -> path.isEmpty() ? "." : path)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(existing, shown);
    }

    @Test
    @DisplayName("in the table of filters are those of all filters of requests, in their order")
    void areFiltersInTheirOrder() throws Exception {
        List<String> rows = new ArrayList<>();
        for (String line : document.lines()) {
            var row = FILTER_ROW.matcher(line);
            if (row.matches()) {
                rows.add(row.group(1) + " " + row.group(2));
            }
        }
        List<String> filters = new ArrayList<>();
        for (Path file : sources("impl/src/main/java/dev/hubtwin/internal/pipeline")) {
            Class<?> type =
                    Class.forName(PIPELINE + file.getFileName().toString().replace(".java", ""));
            if (Stream.of(type.getInterfaces())
                    .anyMatch(one -> one.getSimpleName().equals("ContainerRequestFilter"))) {
                filters.add(priority(type) + " " + type.getSimpleName());
            }
        }
        assertEquals(filters.stream().sorted().toList(), rows);
    }

    /** Returns the priority of a filter, whose annotation has another package in the library. */
    private static int priority(Class<?> filter) throws ReflectiveOperationException {
        for (Annotation annotation : filter.getAnnotations()) {
            if (annotation.annotationType().getSimpleName().equals("Priority")) {
                return (int) annotation.annotationType().getMethod("value").invoke(annotation);
            }
        }
        throw new AssertionError(filter + " has no priority");
    }

    private static Set<String> found(MarkdownDocument document, Pattern pattern) {
        return pattern.matcher(String.join("\n", document.lines()))
                .results()
                .map(ArchitectureDocumentTest::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(MatchResult result) {
        for (int group = 1; group < result.groupCount(); group++) {
            if (result.group(group) != null) {
                return result.group(group);
            }
        }
        return result.group(result.groupCount());
    }

    private static Set<String> typesOfTheProject() throws IOException {
        return sources("").stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
    }

    /** The Java files below a folder of the repository, the generated ones among them. */
    private static List<Path> sources(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(MarkdownDocument.REPOSITORY.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
