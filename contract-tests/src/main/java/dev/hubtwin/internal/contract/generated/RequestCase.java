package dev.hubtwin.internal.contract.generated;

import java.util.Map;

/**
 * A request that was derived from the description, and what the description promises for it. That the answer is one of
 * those described goes without saying.
 *
 * @param name what it tries
 * @param path below the root, encoded, with its query
 * @param body what is sent, a byte a character; empty for nothing
 * @param expected what is promised
 * @param like the path whose answer is the same, for {@link Expected#LIKE}
 */
record RequestCase(
        String name,
        String method,
        String path,
        Map<String, String> headers,
        String body,
        Expected expected,
        String like) {

    /** What may be expected. */
    enum Expected {
        /** It is sound: not refused for its form. */
        TAKEN,
        /** It is not: refused with a status of 400 to 499, and nothing changes. */
        REFUSED,
        /** It is invalid: refused with 422, and nothing changes. */
        UNPROCESSABLE,
        /** It is taken as another one. */
        LIKE,
        /** Nothing more. */
        ANSWERED
    }

    static RequestCase of(Expected expected, String name, String method, String path, String body) {
        return new RequestCase(name, method, path, Map.of(), body, expected, "");
    }

    RequestCase with(String header, String value) {
        return new RequestCase(name, method, path, Map.of(header, value), body, expected, like);
    }

    RequestCase like(String other) {
        return new RequestCase(name, method, path, headers, body, Expected.LIKE, other);
    }

    /** Whether it must not change anything. */
    boolean isHarmless() {
        return expected == Expected.REFUSED || expected == Expected.UNPROCESSABLE || expected == Expected.LIKE;
    }
}
