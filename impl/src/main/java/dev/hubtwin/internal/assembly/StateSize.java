package dev.hubtwin.internal.assembly;

import dev.hubtwin.internal.memory.HeapShares;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How large a state may be that the control API takes, in bytes. */
public final class StateSize {

    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,9})([kmg]?)");

    /** Of the heap: while a state is read, it takes up to thirty times its size. */
    private static final int SHARE = 32;

    /** What a Java array holds, and what all bodies in flight may take. */
    private static final int MOST = (int) Math.min(Integer.MAX_VALUE - 8, HeapShares.PROCESS.bodies());

    private StateSize() {}

    /** Returns 1/32 of the largest heap that this process may have. */
    public static int usual() {
        return (int) Math.min(MOST, HeapShares.PROCESS.heap() / SHARE);
    }

    /**
     * Reads a size.
     *
     * @param text a number of bytes, or of KiB, MiB or GiB with k, m or g behind it
     * @throws IllegalArgumentException if it is none, or more than an eighth of the heap
     */
    public static int parse(String text) {
        Matcher size = SIZE.matcher(text);
        long bytes = size.matches() ? Long.parseLong(size.group(1)) * unit(size.group(2)) : 0;
        if (bytes < 1 || bytes > MOST) {
            throw new IllegalArgumentException(
                    "--max-state takes a size such as 500000, 64m or 1g, of at most an eighth of the heap");
        }
        return (int) bytes;
    }

    private static long unit(String letter) {
        return switch (letter) {
            case "k" -> 1L << 10;
            case "m" -> 1L << 20;
            case "g" -> 1L << 30;
            default -> 1;
        };
    }
}
