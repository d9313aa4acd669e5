package dev.hubtwin.internal.jetty;

import java.time.Duration;

/**
 * What one client may take of the server.
 *
 * @param bodyBytes the longest request body read, in bytes; a longer one is answered 413
 * @param headerBytes the longest request line and headers together, in bytes; longer ones are answered 431 (414 when
 *     the request line alone is too long)
 * @param idle how long a connection may stay silent: in the middle of a body this is answered 408, between requests the
 *     connection is closed. A whole body may take ten times as long, so that a trickle ends too
 * @param threads the most threads that serve requests at once, those of the network included; at least 8
 */
public record HttpLimits(int bodyBytes, int headerBytes, Duration idle, int threads) {

    /** 1 MiB of body, 32 KiB of headers, 30 seconds, 200 threads. */
    public static final HttpLimits DEFAULT = new HttpLimits(1 << 20, 32 << 10, Duration.ofSeconds(30), 200);

    HttpLimits withBodyBytes(int other) {
        return new HttpLimits(other, headerBytes, idle, threads);
    }

    /** The longest headers of an answer, in bytes: a long query comes back in each link of a page. */
    int answerHeaderBytes() {
        return 8 * headerBytes;
    }

    Duration wholeBody() {
        return idle.multipliedBy(10);
    }
}
