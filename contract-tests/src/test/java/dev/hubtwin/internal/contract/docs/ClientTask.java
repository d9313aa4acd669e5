package dev.hubtwin.internal.contract.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A task that is done by a program for each of several libraries.
 *
 * @param folder of the programs and of what they print, such as {@code docs/client-tasks/01-read-an-organization}
 */
record ClientTask(Path folder) {

    private static final Path FOLDER = MarkdownDocument.REPOSITORY.resolve("docs/client-tasks");
    private static final String OUTPUT = "output.txt";

    /** A library that tasks are done with, and the file that a program for it stands in. */
    enum Library {
        THIS_CLIENT("this client", "ThisClient.java"),
        HUB4J("hub4j", "Hub4j.java"),
        OCTOKIT("octokit.js", "octokit.mjs");

        private final String title;
        private final String file;

        Library(String title, String file) {
            this.title = title;
            this.file = file;
        }

        String title() {
            return title;
        }

        String file() {
            return file;
        }

        boolean isJava() {
            return file.endsWith(".java");
        }
    }

    /** Returns all tasks in their order. */
    static List<ClientTask> all() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.sorted().map(ClientTask::new).toList();
        }
    }

    Path file(Library library) {
        return folder.resolve(library.file());
    }

    /** Returns whether there is a program; a library may have nothing for a task. */
    boolean isDoneWith(Library library) {
        return Files.exists(file(library));
    }

    /** Returns what each of the programs prints. */
    String output() throws IOException {
        return Files.readString(folder.resolve(OUTPUT));
    }

    /** Returns how many lines of a program are not blank. */
    long length(Library library) throws IOException {
        return lines(library).stream().filter(line -> !line.isBlank()).count();
    }

    private List<String> lines(Library library) throws IOException {
        return Files.readAllLines(file(library));
    }

    /** Returns the task in words, with its number. */
    String title() {
        String name = folder.getFileName().toString();
        String words = name.substring(name.indexOf('-') + 1).replace('-', ' ');
        return Integer.parseInt(name.substring(0, name.indexOf('-'))) + ". " + Character.toUpperCase(words.charAt(0))
                + words.substring(1);
    }

    /** Returns what a program does, without its imports and, in Java, without what stands around its statements. */
    String statements(Library library) throws IOException {
        List<String> lines = lines(library);
        if (!library.isJava()) {
            return String.join("\n", lines).replaceAll("(?m)^import .*\n", "").strip();
        }
        int main = 0;
        while (!lines.get(main).contains(" main(")) {
            main++;
        }
        return String.join("\n", lines.subList(main + 1, lines.size() - 2)).stripIndent();
    }

    @Override
    public String toString() {
        return title();
    }
}
