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
     * One that is somewhere.
     *
     * @param uri where it is, without a slash at its end
     * @param token what it demands, if it demands anything
     */
    public ControlClient(URI uri, Optional<String> token) {
        this.uri = uri;
        this.token = token;
    }

    /** Calls of it; no description is held against the answers. */
    public TestClient client() {
        TestClient calls = new TestClient(uri, Transport.PLAIN, Map.of("Content-Type", "application/json"));
        return token.map(known -> calls.with("Authorization", "Bearer " + known))
                .orElse(calls);
    }

    /** The whole world, which must not be changed; it is sent again only if it is another one than was seen last. */
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
