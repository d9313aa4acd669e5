package dev.hubtwin.internal.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The options of the command line")
class OptionsTest {

    @Test
    void helpGroupsTheOptions() {
        String help = Main.commandLine().getUsageMessage();
        assertEquals(
                List.of(
                        "Where and how long it listens:",
                        "The world it begins with:",
                        "Where worlds are kept:",
                        "TLS:",
                        "About it:",
                        "Commands:"),
                help.lines().filter(line -> line.matches("\\S.*:")).toList());
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--nonsense | x | hubtwin: Unknown options: '--nonsense', 'x'",
                "--port | 99999 | hubtwin: 99999 is not a port; expected a number between 0 and 65535",
                "--seed | /nowhere.yaml | hubtwin: the seed /nowhere.yaml cannot be read",
                "--clock | noon | hubtwin: --clock takes a time such as 2026-01-01T00:00:00Z, not 'noon'",
                "--tls-cert | cert.pem | hubtwin: --tls-cert and --tls-key need each other, and --tls-port",
                "--grace | -1 | hubtwin: --grace takes seconds from 0 to 3600, not '-1'",
                "--rate-limit | many | hubtwin: --rate-limit takes a number from 1 to 1000000000, or off, not 'many'",
                "--control-token | '' | hubtwin: the control token is empty or has other characters than visible ASCII; expected one that a header can carry",
                "--max-state | much | hubtwin: --max-state takes a size such as 500000, 64m or 1g, of at most an eighth of the heap",
                "--max-state | 2g | hubtwin: --max-state takes a size such as 500000, 64m or 1g, of at most an eighth of the heap",
                "--deliver-to | moon | hubtwin: --deliver-to takes loopback, private or any, not 'moon'",
                "--data | jdbc:mysql:x | hubtwin: --data takes jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE; who signs in and with what stands behind that, as ?user=NAME&password=PASSWORD",
                "--public-url | here | hubtwin: --public-url takes a scheme and a host, such as https://github.example.com, not 'here'",
            })
    void aBadOptionIsOneLine(String option, String value, String line) {
        StringWriter error = new StringWriter();
        int status = Main.commandLine().setErr(new PrintWriter(error, true)).execute(option, value);
        assertNotEquals(0, status);
        assertEquals(line + System.lineSeparator(), error.toString());
    }
}
