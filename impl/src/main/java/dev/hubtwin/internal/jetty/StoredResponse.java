package dev.hubtwin.internal.jetty;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A response that the application made, as it was sent. */
final class StoredResponse {

    private static final long BYTES = 2_000;
    private static final long OF_A_HEADER = 120;

    private final int status;
    private final byte[] body;
    private final Freshness freshness;
    private final long bytes;
    private volatile List<HttpField> headers;
    private volatile boolean isEncoded;

    /** A response with these headers, which are copied. */
    StoredResponse(int status, HttpFields headers, byte[] body, Freshness freshness) {
        this.status = status;
        this.body = body;
        this.freshness = freshness;
        this.headers = headers.stream().toList();
        this.bytes = BYTES
                + body.length
                + headers.stream().mapToLong(StoredResponse::bytes).sum();
    }

    private static long bytes(HttpField header) {
        return OF_A_HEADER + 2L * (header.getName().length() + header.getValue().length());
    }

    /** Answers a request if this is fresh; false if not, and then nothing has happened. */
    boolean answer(Request request, Response response, Callback callback, long begun) {
        Optional<Map<String, String>> own = freshness.reuse(() -> headers(request.getHeaders()), begun);
        if (own.isEmpty()) {
            return false;
        }
        response.setStatus(status);
        write(own.get(), response.getHeaders());
        if (status == HttpStatus.NOT_MODIFIED_304) {
            response.write(false, null, callback); // as the last write, it would be counted
        } else {
            response.write(true, ByteBuffer.wrap(body), callback);
        }
        return true;
    }

    private void write(Map<String, String> own, HttpFields.Mutable to) {
        to.clear();
        for (HttpField header : encoded(own)) {
            String value = own.get(header.getName());
            if (value == null) {
                to.add(header);
            } else {
                to.put(new HttpField(header.getHeader(), header.getName(), value)); // Jetty's own Date outlives a clear
            }
        }
    }

    /** Encoded when it is first given again: many a response never is. */
    private List<HttpField> encoded(Map<String, String> own) {
        if (!isEncoded) {
            headers = headers.stream()
                    .map(header -> own.containsKey(header.getName()) ? header : encoded(header))
                    .toList();
            isEncoded = true;
        }
        return headers;
    }

    private static HttpField encoded(HttpField header) {
        return new PreEncodedHttpField(header.getHeader(), header.getName(), header.getValue());
    }

    /** The headers of a request by name; names that differ in case only are one. */
    private static Map<String, List<String>> headers(HttpFields fields) {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        for (HttpField field : fields) {
            String value = field.getValue() == null ? "" : field.getValue();
            byName.merge(nameIn(byName, field.getName()), List.of(value), StoredResponse::both);
        }
        return byName;
    }

    private static String nameIn(Map<String, List<String>> byName, String name) {
        for (String known : byName.keySet()) {
            if (known.equalsIgnoreCase(name)) {
                return known;
            }
        }
        return name;
    }

    private static List<String> both(List<String> before, List<String> more) {
        List<String> all = new ArrayList<>(before);
        all.addAll(more);
        return all;
    }

    /** Returns about how many bytes it takes. */
    long bytes() {
        return bytes;
    }
}
