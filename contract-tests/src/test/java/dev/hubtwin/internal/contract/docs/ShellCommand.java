package dev.hubtwin.internal.contract.docs;

import java.util.ArrayList;
import java.util.List;

/**
 * A command in a document, and what the document says it prints.
 *
 * @param place the document and the line, such as {@code README.md:27}
 * @param text the command as the shell takes it, of one line or several
 * @param output the lines that it prints, without blank ones at the end; null if the document does not show them
 */
record ShellCommand(String place, String text, List<String> output) {

    private static final String PROMPT = "$ ";

    /** Returns the commands of a document in their order: of its {@code console} and its {@code sh} blocks. */
    static List<ShellCommand> in(MarkdownDocument document) {
        return document.blocks("console", "sh").stream()
                .flatMap(block -> in(block).stream())
                .toList();
    }

    /**
     * Returns the commands of a block. In a {@code console} block a command begins with a dollar sign and a space, and
     * the lines below it are its output; in an {@code sh} block there are only commands.
     */
    static List<ShellCommand> in(CodeBlock block) {
        boolean showsOutput = block.language().equals("console");
        List<String> lines = block.lines();
        List<ShellCommand> commands = new ArrayList<>();
        int line = 0;
        while (line < lines.size()) {
            String place = block.document() + ":" + (block.first() + line);
            if (lines.get(line).isBlank()) {
                line++;
                continue;
            }
            if (showsOutput && !lines.get(line).startsWith(PROMPT)) {
                throw new IllegalArgumentException(place + ": output without a command");
            }
            StringBuilder text = new StringBuilder(lines.get(line++).substring(showsOutput ? PROMPT.length() : 0));
            while (!ShellSyntax.isComplete(text.toString())) {
                if (line == lines.size()) {
                    throw new IllegalArgumentException(place + ": the command has no end");
                }
                text.append('\n').append(lines.get(line++));
            }
            List<String> output = new ArrayList<>();
            while (showsOutput && line < lines.size() && !lines.get(line).startsWith(PROMPT)) {
                output.add(lines.get(line++));
            }
            commands.add(new ShellCommand(place, text.toString(), showsOutput ? withoutBlankEnd(output) : null));
        }
        return commands;
    }

    /** Returns the lines up to the last one that is not blank. */
    static List<String> withoutBlankEnd(List<String> lines) {
        int end = lines.size();
        while (end > 0 && lines.get(end - 1).isBlank()) {
            end--;
        }
        return List.copyOf(lines.subList(0, end));
    }

    /** Returns the command without a comment at its end. */
    String withoutComment() {
        return text.replaceFirst("\\s+#\\s.*$", "");
    }
}
