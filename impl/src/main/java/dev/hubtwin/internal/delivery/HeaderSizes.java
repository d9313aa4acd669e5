package dev.hubtwin.internal.delivery;

import java.util.Map;

/** What headers take. */
final class HeaderSizes {

    private static final long OF_A_HEADER = 100;

    private HeaderSizes() {}

    static long bytes(Map<String, String> headers) {
        return headers.entrySet().stream()
                .mapToLong(header -> OF_A_HEADER
                        + header.getKey().length()
                        + header.getValue().length())
                .sum();
    }
}
