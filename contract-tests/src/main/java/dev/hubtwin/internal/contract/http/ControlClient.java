package dev.hubtwin.internal.contract.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The control API of one world of a twin. */
public final class ControlClient {

    private final URI uri;
    private final Optional<String> token;
    private volatile State seen;

    private record State(String tag, JsonNode whole) {}

    /**
     * Makes a client of the control API of one world.
     *
     * @param uri the URL of the control API, without a slash at its end
     * @param token the token that it demands, if it demands one
     */
    public ControlClient(URI uri, Optional<String> token) {
        this.uri = uri;
        this.token = token;
    }

    /** Returns a client that checks the answers against no description. */
    public TestClient client() {
        TestClient calls = new TestClient(uri, Transport.PLAIN, Map.of("Content-Type", "application/json"));
        return token.map(known -> calls.with("Authorization", "Bearer " + known))
                .orElse(calls);
    }

    /** Returns the whole world, which must not be changed. It is transferred again only if it is not the last one. */
    public JsonNode state() {
        State last = seen;
        HttpAnswer answer = (last == null ? client() : client().with("If-None-Match", last.tag())).get("/state");
        if (last == null || answer.status() != 304) {
            last = new State(answer.is(200).header("ETag"), answer.json());
            seen = last;
        }
        return last.whole();
    }
}
