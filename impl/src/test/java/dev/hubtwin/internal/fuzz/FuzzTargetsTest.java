package dev.hubtwin.internal.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hubtwin.internal.auth.AppJwtFuzz;
import dev.hubtwin.internal.control.MaskFuzz;
import dev.hubtwin.internal.hosting.PathFuzz;
import dev.hubtwin.internal.rest.QueryFuzz;
import dev.hubtwin.internal.seed.SeedFuzz;
import dev.hubtwin.internal.tls.PemFuzz;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A few hundred inputs for each target; a fuzzer finds better ones. */
@DisplayName("Parsers take anything")
class FuzzTargetsTest {

    private static final int INPUTS = 300;
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"",
            "\n",
            " ",
            "- ",
            "&a ",
            "*a",
            "users",
            "login",
            "eyJhbGciOiJSUzI1NiJ9",
            ".",
            "/orgs/",
            "/_twin/",
            "/w/a",
            "%2f",
            "%zz",
            "?token=",
            "&",
            "=",
            "-----BEGIN RSA PRIVATE KEY-----",
            "null",
            "1e9");

    private static Stream<Consumer<byte[]>> targets() {
        return Stream.of(
                AppJwtFuzz::fuzzerTestOneInput,
                MaskFuzz::fuzzerTestOneInput,
                PathFuzz::fuzzerTestOneInput,
                QueryFuzz::fuzzerTestOneInput,
                SeedFuzz::fuzzerTestOneInput,
                PemFuzz::fuzzerTestOneInput);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void failAtNoInput(Consumer<byte[]> target) {
        Random random = new Random(1);
        for (int i = 0; i < INPUTS; i++) {
            target.accept(input(random));
        }
    }

    private static byte[] input(Random random) {
        StringBuilder input = new StringBuilder();
        for (int length = random.nextInt(20); length > 0; length--) {
            input.append(
                    random.nextInt(4) == 0
                            ? Character.toString(random.nextInt(0x2000))
                            : PIECES.get(random.nextInt(PIECES.size())));
        }
        return input.toString().getBytes(UTF_8);
    }
}
