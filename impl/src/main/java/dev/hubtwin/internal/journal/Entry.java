package dev.hubtwin.internal.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * A deed as the log has it.
 *
 * @param version of the program whose rules did it
 * @param at when, by the machine's clock
 * @param draws what it drew by chance, in its order
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Entry(String version, Instant at, List<String> draws, Deed deed) {

    /** An entry; one that drew nothing may leave that out. */
    public Entry {
        draws = draws == null ? List.of() : List.copyOf(draws);
    }
}
