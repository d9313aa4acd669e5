package dev.hubtwin.internal.contract.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Commands in a document")
class ShellCommandTest {

    @Test
    @DisplayName("have the lines below them as their output, in a console block")
    void haveOutput() {
        List<ShellCommand> commands = in("console", "$ one", "first", "", "second", "", "$ two", "$ three", "third");

        assertEquals(List.of("one", "two", "three"), texts(commands));
        assertEquals(List.of("first", "", "second"), commands.get(0).output());
        assertEquals(List.of(), commands.get(1).output());
        assertEquals(List.of("third"), commands.get(2).output());
        assertEquals("x.md:15", commands.get(1).place());
    }

    @Test
    @DisplayName("are all there is in an sh block, and nothing is known of their output")
    void haveNone() {
        List<ShellCommand> commands = in("sh", "one  # says why", "", "two");

        assertEquals(List.of("one  # says why", "two"), texts(commands));
        assertEquals("one", commands.get(0).withoutComment());
        assertEquals(null, commands.get(0).output());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curl \\\n  url",
                "curl -d '{\n}' url",
                "curl -d \"{\\\"\n}\" url",
                "cat > x <<'EOF'\nit's\nEOF",
                "cat <<-A <<B\n\tone\n\tA\ntwo\nB",
                "curl url |\n  jq .",
                "one &&\n  two",
                "echo it # isn't\n"
            })
    @DisplayName("go on over the end of a line where bash reads on")
    void goOn(String text) {
        String whole = text.stripTrailing();
        String[] lines = whole.split("\n");
        for (int end = 1; end < lines.length; end++) {
            String beginning = String.join("\n", List.of(lines).subList(0, end));
            assertTrue(!ShellSyntax.isComplete(beginning), beginning);
        }
        assertTrue(ShellSyntax.isComplete(whole), whole);
    }

    @Test
    @DisplayName("are refused without an end, and so is output without a command")
    void areRefused() {
        assertThrows(IllegalArgumentException.class, () -> in("console", "$ echo 'one", "two"));
        assertThrows(IllegalArgumentException.class, () -> in("console", "output", "$ one"));
    }

    private static List<ShellCommand> in(String language, String... lines) {
        return ShellCommand.in(new CodeBlock("x.md", language, 10, List.of(lines)));
    }

    private static List<String> texts(List<ShellCommand> commands) {
        return commands.stream().map(ShellCommand::text).toList();
    }
}
