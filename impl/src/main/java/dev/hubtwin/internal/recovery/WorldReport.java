package dev.hubtwin.internal.recovery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.internal.journal.LogWriter;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How a world is kept.
 *
 * @param snapshot the number of its newest snapshot; empty if it has none
 * @param entries how many were logged since
 * @param bytes how many these have
 * @param changed when the last of them was logged, by the machine's clock; empty if there is none
 * @param versions of the programs that wrote the snapshot and the entries
 * @param problem why it cannot be rebuilt; empty if it can
 */
public record WorldReport(
        String world,
        Optional<Long> snapshot,
        int entries,
        long bytes,
        Optional<String> changed,
        NavigableSet<String> versions,
        Optional<String> problem) {

    private static final ObjectMapper JSON = LogWriter.json();

    /** Returns that of a world whose entries follow nothing. */
    static WorldReport baseless(String world) {
        return new WorldReport(
                world,
                Optional.empty(),
                0,
                0,
                Optional.empty(),
                new TreeSet<>(),
                Optional.of("it has entries, and no snapshot"));
    }

    /**
     * Returns that of a world.
     *
     * @param version of the program that wrote the snapshot, if that can be read
     */
    static WorldReport of(Tail tail, Optional<String> version, Optional<String> problem) {
        NavigableSet<String> versions = new TreeSet<>();
        version.ifPresent(versions::add);
        Optional<String> changed = Optional.empty();
        for (String entry : tail.entries().values()) {
            JsonNode read = read(entry);
            Optional.ofNullable(read.path("version").textValue()).ifPresent(versions::add);
            changed = Optional.ofNullable(read.path("at").textValue());
        }
        return new WorldReport(
                tail.world(),
                Optional.of(tail.snapshot()),
                tail.entries().size(),
                tail.bytes(),
                changed,
                versions,
                problem);
    }

    /** What cannot be read is a problem when the world is rebuilt; here it says nothing. */
    private static JsonNode read(String entry) {
        try {
            return JSON.readTree(entry);
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }
}
