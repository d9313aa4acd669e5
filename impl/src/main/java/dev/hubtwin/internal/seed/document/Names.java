package dev.hubtwin.internal.seed.document;

import java.util.Locale;

/** Compares names that are the same in any case (R158). */
public final class Names {

    private Names() {}

    /** Returns the name in the case in which names are compared. */
    public static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
