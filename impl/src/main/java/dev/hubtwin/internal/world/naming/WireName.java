package dev.hubtwin.internal.world.naming;

import java.util.Locale;

/** A choice that is written as a word: its name in lower case. */
public interface WireName {

    /** The name of the choice. */
    String name();

    /** The word that bodies and seeds use. */
    default String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The choice that {@code word} stands for.
     *
     * @throws IllegalArgumentException if there is none
     */
    static <E extends Enum<E> & WireName> E read(Class<E> choices, String word) {
        return Enum.valueOf(choices, word.toUpperCase(Locale.ROOT));
    }
}
