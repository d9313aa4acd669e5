package dev.hubtwin.internal.contract.docs;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Output that a document shows")
class ShownOutputTest {

    private static final ShownOutput SHOWN =
            new ShownOutput(Clock.fixed(Instant.parse("2030-06-15T12:00:00Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            same                                          | same
            at 2026-11-21T12:39:32Z                       | at 2030-06-15T11:59:58Z
            until 2026-11-29T12:39:32.5Z                  | until 2030-06-23T11:59:58Z
            Date: Sat, 21 Nov 2026 12:39:32 GMT           | Date: Sat, 15 Jun 2030 11:59:58 GMT
            8f4e8f5e-0c4b-4f43-9d2a-0d9a1c1f1a11          | 00000000-1111-2222-3333-444444444444
            ghs_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa      | ghs_bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
            code=56baf0c64d5023bc00995d4fc82063a79eaa0a03 | code=642a98dac2679e61e62023dee08d9ad3c3c6ba59
            10 passed in 8 s                              | 10 passed in 123 s
            http://127.0.0.1:37103/                       | http://127.0.0.1:54321/
            """)
    @DisplayName("may differ in what differs from run to run")
    void mayDiffer(String shown, String printed) {
        assertTrue(SHOWN.matches(List.of(shown), List.of(printed)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            same                                     | other
            ends 2098-03-14T00:00:00Z                | ends 2098-03-15T00:00:00Z
            at 2026-11-21T12:39:32Z                  | at 2098-03-15T00:00:00Z
            at 2026-11-21T12:39:32Z                  | at no time
            ghp_ownerowner                           | ghp_membermember
            ghs_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | ghp_bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
            10 passed in 8 s                         | 11 passed in 8 s
            http://127.0.0.1:9/                      | http://127.0.0.1:8/
            """)
    @DisplayName("may not differ in anything else")
    void mustBeTheSame(String shown, String printed) {
        assertFalse(SHOWN.matches(List.of(shown), List.of(printed)));
    }

    @Test
    @DisplayName("has three dots for any number of lines")
    void hasDots() {
        List<String> printed = List.of("first", "second", "third");

        assertTrue(SHOWN.matches(List.of("first", "...", "third"), printed));
        assertTrue(SHOWN.matches(List.of("first", "second", "...", "third"), printed));
        assertTrue(SHOWN.matches(List.of("..."), printed));
        assertFalse(SHOWN.matches(List.of("...", "second"), printed));
        assertFalse(SHOWN.matches(List.of("first", "third"), printed));
        assertFalse(SHOWN.matches(List.of(), printed));
    }
}
