package dev.hubtwin.internal.contract.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Markdown document of the repository.
 *
 * @param name its path below the root of the repository, such as {@code docs/curl.md}
 * @param lines its text
 */
record MarkdownDocument(String name, List<String> lines) {

    /** The root of the repository; tests run in the folder of their module. */
    static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private static final String FENCE = "```";
    private static final String SUFFIX = ".md";

    /** Returns the documents in the root of the repository and those anywhere below {@code docs}, by name. */
    static List<MarkdownDocument> all() throws IOException {
        try (Stream<Path> top = Files.list(REPOSITORY);
                Stream<Path> below = Files.walk(REPOSITORY.resolve("docs"))) {
            List<Path> files = Stream.concat(top, below)
                    .filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
            List<MarkdownDocument> documents = new ArrayList<>();
            for (Path file : files) {
                documents.add(read(REPOSITORY.relativize(file).toString()));
            }
            return documents;
        }
    }

    /** Reads one document by its name. */
    static MarkdownDocument read(String name) throws IOException {
        return new MarkdownDocument(name, Files.readAllLines(REPOSITORY.resolve(name)));
    }

    /** Returns the code blocks in one of these languages, in their order. */
    List<CodeBlock> blocks(String... languages) {
        return blocks().stream()
                .filter(block -> List.of(languages).contains(block.language()))
                .toList();
    }

    /** Returns the code blocks that are excerpts of Java files, which are named behind their language. */
    List<CodeBlock> excerpts() {
        return blocks().stream()
                .filter(block -> block.language().startsWith("java "))
                .toList();
    }

    private List<CodeBlock> blocks() {
        List<CodeBlock> blocks = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).startsWith(FENCE)) {
                int end = endOf(line + 1);
                String language = lines.get(line).substring(FENCE.length()).trim();
                blocks.add(new CodeBlock(name, language, line + 2, lines.subList(line + 1, end)));
                line = end;
            }
        }
        return blocks;
    }

    private int endOf(int first) {
        for (int line = first; line < lines.size(); line++) {
            if (lines.get(line).equals(FENCE)) {
                return line;
            }
        }
        throw new IllegalArgumentException(name + ":" + first + ": the block has no end");
    }

    @Override
    public String toString() {
        return name;
    }
}
