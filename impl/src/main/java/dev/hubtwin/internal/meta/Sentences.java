package dev.hubtwin.internal.meta;

import java.time.Instant;
import java.util.List;

/** Sentences to think about. */
final class Sentences {

    private static final List<String> ALL = List.of(
            "What is cut away cannot break.",
            "A small answer now beats a large one later.",
            "Say it once, and in one place.",
            "Silence is a good default.",
            "The reader has less time than the writer.",
            "A test that cannot fail proves nothing.");

    private Sentences() {}

    /** The one of a moment; each second has another than the one before. */
    static String at(Instant moment) {
        return ALL.get((int) Math.floorMod(moment.getEpochSecond(), (long) ALL.size()));
    }
}
