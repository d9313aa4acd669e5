package dev.hubtwin.internal.contract.docs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of the grammar of the shell as it takes to see where a command ends. */
final class ShellSyntax {

    private static final Pattern HEREDOC = Pattern.compile("<<(-?)\\s*(['\"]?)(\\w+)\\2");
    private static final Pattern GOES_ON = Pattern.compile("(?s).*(\\||&&)\\s*");

    private final String text;
    private final Deque<Pattern> heredocs = new ArrayDeque<>();
    private final StringBuilder code = new StringBuilder();
    private int at;

    private ShellSyntax(String text) {
        this.text = text;
    }

    /**
     * Returns whether a command ends where its text does. It goes on after a backslash, a pipe or {@code &&} at the end
     * of a line, inside quotes, and until the end of each here-document.
     */
    static boolean isComplete(String text) {
        return new ShellSyntax(text).scan();
    }

    private boolean scan() {
        while (at < text.length()) {
            char character = text.charAt(at);
            boolean closed =
                    switch (character) {
                        case '\\' -> skip(2);
                        case '\'' -> skipQuoted('\'');
                        case '"' -> skipQuoted('"');
                        case '<' -> skipRedirection();
                        case '\n' -> skipHeredocs();
                        case '#' -> skipComment();
                        default -> skip(1);
                    };
            if (!closed) {
                return false;
            }
            if (character != '#') {
                code.append(character);
            }
        }
        return heredocs.isEmpty() && !GOES_ON.matcher(code).matches();
    }

    private boolean skip(int characters) {
        at += characters;
        return at <= text.length() && !(characters == 2 && at - 1 == text.length());
    }

    private boolean skipQuoted(char quote) {
        for (at++; at < text.length(); at++) {
            if (text.charAt(at) == '\\' && quote == '"') {
                at++;
            } else if (text.charAt(at) == quote) {
                at++;
                return true;
            }
        }
        return false;
    }

    private boolean skipRedirection() {
        Matcher heredoc = HEREDOC.matcher(text).region(at, text.length());
        if (!heredoc.lookingAt()) {
            return skip(1);
        }
        String indent = heredoc.group(1).isEmpty() ? "" : "\t*";
        heredocs.add(Pattern.compile("(?m)^" + indent + heredoc.group(3) + "$"));
        at = heredoc.end();
        return true;
    }

    private boolean skipHeredocs() {
        at++;
        while (!heredocs.isEmpty()) {
            Matcher end = heredocs.peek().matcher(text);
            if (!end.find(Math.min(at, text.length()))) {
                return false;
            }
            heredocs.remove();
            at = end.end();
        }
        return true;
    }

    /** A comment begins at the beginning of a word. */
    private boolean skipComment() {
        boolean isComment = at == 0 || Character.isWhitespace(text.charAt(at - 1));
        int end = text.indexOf('\n', at);
        at = !isComment ? at + 1 : end < 0 ? text.length() : end;
        return true;
    }
}
