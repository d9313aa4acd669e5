package dev.hubtwin.client;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** An answer that is kept in a {@link AnswerCache}. */
public final class CachedAnswer {

    private final String etag;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    /**
     * Takes an answer apart.
     *
     * @param etag by which the server knows it again
     * @param headers all of them
     * @param body its bytes, without compression
     */
    public CachedAnswer(String etag, Map<String, List<String>> headers, byte[] body) {
        this.etag = etag;
        this.headers = Map.copyOf(headers);
        this.body = body.clone();
    }

    /** Returns by what the server knows it again. */
    public String etag() {
        return etag;
    }

    /** Returns the headers. */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /** Returns the bytes of the body, without compression. */
    public byte[] body() {
        return Arrays.copyOf(body, body.length);
    }
}
