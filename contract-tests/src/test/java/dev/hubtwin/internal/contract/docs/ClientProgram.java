package dev.hubtwin.internal.contract.docs;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a snippet of a client is run. */
enum ClientProgram {
    NODE("js", "snippet.mjs", "node --version", "node snippet.mjs", "node and npm"),
    /** With Debian's Python, if the first in the path is another. */
    PYTHON("python", "snippet.py", python("-c 'import github'"), python("snippet.py"), "python3-github"),
    RUBY(
            "ruby",
            "snippet.rb",
            "ruby -e 'require \"jwt\"; require \"octokit\"'",
            "ruby snippet.rb",
            "ruby-octokit ruby-jwt"),
    /** With the sources that Debian packages, which are found in the path of modules' predecessors only. */
    GO(
            "go",
            "src/snippet/main.go",
            "go version && ls ${GOPATH:-/usr/share/gocode}/src/github.com/google/go-github",
            "echo 'module snippet' > src/snippet/go.mod && (export GO111MODULE=off"
                    + " GOPATH=$PWD:${GOPATH:-/usr/share/gocode} && cd src/snippet && go run .)",
            "golang-go golang-github-google-go-github-dev"),
    GH("bash", "snippet.sh", "gh --version", "bash snippet.sh", "gh");

    private static final Pattern SHOWN =
            Pattern.compile("^.*(?:console\\.log|print|puts|Println|gh api).*\\s(?://|#) (.*)$", Pattern.MULTILINE);

    private final String language;
    private final String file;
    private final String probe;
    private final String command;
    private final String packages;

    ClientProgram(String language, String file, String probe, String command, String packages) {
        this.language = language;
        this.file = file;
        this.probe = probe;
        this.command = command;
        this.packages = packages;
    }

    private static String python(String arguments) {
        return "python=python3; $python -c 'import github' || python=/usr/bin/python3; $python " + arguments;
    }

    /** Returns the languages of snippets. */
    static String[] languages() {
        return Arrays.stream(values()).map(program -> program.language).toArray(String[]::new);
    }

    /** Returns the program that runs a block. */
    static ClientProgram of(CodeBlock block) {
        return Arrays.stream(values())
                .filter(program -> program.language.equals(block.language()))
                .findFirst()
                .orElseThrow();
    }

    /** Returns what a snippet says that it prints: the comments behind what prints. */
    static List<String> shown(CodeBlock block) {
        Matcher lines = SHOWN.matcher(block.text());
        return lines.results().map(line -> line.group(1)).toList();
    }

    /** Returns the name of the file that a snippet is written into. */
    String file() {
        return file;
    }

    /** Returns a command that succeeds where the client is installed. */
    String probe() {
        return probe;
    }

    /** Returns the command that runs the file; what it says on its error stream is shown if it fails. */
    String command() {
        return "{ " + command + "; } 2>errors.txt || { cat errors.txt; false; }";
    }

    /** Returns what is to be installed, under the names of Debian's packages. */
    String packages() {
        return packages;
    }
}
