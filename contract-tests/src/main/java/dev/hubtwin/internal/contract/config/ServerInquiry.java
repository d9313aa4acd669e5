package dev.hubtwin.internal.contract.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.hubtwin.internal.contract.http.ForgeableJwt;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.http.Transport;
import java.net.URI;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks a server about itself. No question is sent twice, and none in the name of a credential whose rate limit is used
 * up.
 */
final class ServerInquiry {

    /** Nobody's credential. */
    static final String ANONYMOUS = "";

    private static final int TOO_MANY = 429;
    private static final int FORBIDDEN = 403;

    private final URI root;
    private final Map<String, ServerReply> replies = new HashMap<>();
    private final Set<String> exhausted = new HashSet<>();

    ServerInquiry(URI root) {
        this.root = root;
    }

    /** Returns the credential of a token. */
    static String bearer(String token) {
        return "Bearer " + token;
    }

    /** Returns the credential of an app. */
    static String app(String issuer, String pem) {
        return bearer(ForgeableJwt.signed(issuer, pem).text());
    }

    /** Returns the credential of a client of OAuth. */
    static String client(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(UTF_8));
    }

    /** Returns what a GET is answered. */
    ServerReply get(String credential, String path) {
        return ask(credential, "GET", path, ANONYMOUS);
    }

    /** Returns what a POST is answered. */
    ServerReply post(String credential, String path, String body) {
        return ask(credential, "POST", path, body);
    }

    private ServerReply ask(String credential, String method, String path, String body) {
        String question = String.join("\n", credential, method, path, body);
        if (!replies.containsKey(question)) {
            HttpAnswer answer = exhausted.contains(credential) ? HttpAnswer.NONE : send(credential, method, path, body);
            if (isExhausted(answer)) {
                exhausted.add(credential);
            }
            int status = exhausted.contains(credential) ? ServerReply.EXHAUSTED : answer.status();
            replies.put(question, reply(method + " " + path, status, answer));
        }
        return replies.get(question);
    }

    private HttpAnswer send(String credential, String method, String path, String body) {
        TestClient anonymous =
                TestClient.anonymous(root, Transport.PLAIN).with("Accept", "application/vnd.github+json");
        TestClient client = credential.isEmpty() ? anonymous : anonymous.with("Authorization", credential);
        try {
            return body.isEmpty()
                    ? client.get(path)
                    : client.with("Content-Type", "application/json").send(method, path, body);
        } catch (AssertionError e) { // no complete answer came
            return HttpAnswer.NONE;
        }
    }

    private static boolean isExhausted(HttpAnswer answer) {
        return (answer.status() == FORBIDDEN || answer.status() == TOO_MANY)
                && (answer.header("Retry-After") != null || "0".equals(answer.header("X-RateLimit-Remaining")));
    }

    private ServerReply reply(String request, int status, HttpAnswer answer) {
        Optional<String> next = Optional.ofNullable(answer.links().get("next"))
                .filter(url -> url.startsWith(root + "/"))
                .map(url -> url.substring(root.toString().length()));
        return new ServerReply(
                request, status, json(answer), Optional.ofNullable(answer.header("X-OAuth-Scopes")), next);
    }

    private static JsonNode json(HttpAnswer answer) {
        try {
            return answer.json();
        } catch (AssertionError e) {
            return MissingNode.getInstance();
        }
    }
}
