package dev.hubtwin.internal.contract.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.Twin;
import dev.hubtwin.seed.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds the Java and the seeds in the documents. A {@code java} block is a whole class of the package
 * {@code com.example}, which is compiled and run beside this test, or statements, or the excerpt of a file that is
 * named behind {@code java}; a {@code yaml} block is a seed.
 */
@DisplayName("The code of the documents")
class DocumentedCodeTest {

    private static final String PACKAGE = "package com.example;\n";
    private static final Path CLASSES = Path.of("src", "test", "java", "com", "example");

    static List<CodeBlock> fragments() throws IOException {
        return blocks("java").filter(block -> !isClass(block)).toList();
    }

    static List<CodeBlock> seeds() throws IOException {
        return blocks("yaml").toList();
    }

    static List<CodeBlock> excerpts() throws IOException {
        return MarkdownDocument.all().stream()
                .flatMap(document -> document.excerpts().stream())
                .toList();
    }

    private static Stream<CodeBlock> blocks(String language) throws IOException {
        return MarkdownDocument.all().stream().flatMap(document -> document.blocks(language).stream());
    }

    private static boolean isClass(CodeBlock block) {
        return block.text().startsWith(PACKAGE);
    }

    @Test
    @DisplayName("Whole classes are those that run as tests, character by character, and all of them are shown")
    void showClassesThatRun() throws IOException {
        List<String> shown = blocks("java")
                .filter(DocumentedCodeTest::isClass)
                .map(CodeBlock::text)
                .sorted()
                .toList();
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> classes = Files.list(CLASSES)) {
            for (Path file : classes.toList()) {
                files.put(file.toString(), Files.readString(file));
            }
        }
        assertEquals(files.values().stream().sorted().collect(Collectors.joining()), String.join("", shown));
    }

    @ParameterizedTest
    @MethodSource("fragments")
    @DisplayName("Statements compile and run in the demo world")
    void showStatementsThatRun(CodeBlock block, @TempDir Path folder) throws Exception {
        try (Twin twin = Twin.start()) {
            new JavaFragment(block).run(twin, folder);
        }
    }

    @ParameterizedTest
    @MethodSource("excerpts")
    @DisplayName("An excerpt stands in the file that is named behind its language, whatever the indentation")
    void showWhatStandsInFiles(CodeBlock block) throws IOException {
        String file = block.language().substring("java ".length());
        String text = Files.readString(MarkdownDocument.REPOSITORY.resolve(file));
        assertTrue(unindented(text).contains(unindented("\n" + block.text())), file);
    }

    private static String unindented(String code) {
        return code.replaceAll("(?m)^ +", "");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName("A seed can be loaded")
    void showSeedsThatLoad(CodeBlock block) {
        try (Twin twin = Twin.start(Seed.of())) {
            twin.world().state().replace(block.text());
        }
    }
}
