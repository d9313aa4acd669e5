package dev.hubtwin.internal.auth;

import java.util.Locale;

/** The level of a permission; each contains the ones before it. */
public enum PermissionLevel {
    READ,
    WRITE,
    ADMIN;

    /** The level of that name, {@code read}, {@code write} or {@code admin}. */
    public static PermissionLevel of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether whoever has this level may do what takes {@code other}. */
    public boolean suffices(PermissionLevel other) {
        return compareTo(other) >= 0;
    }

    /** The word of the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
