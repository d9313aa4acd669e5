package dev.hubtwin.internal.contract.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sends requests, byte for byte as a scenario wants them.
 *
 * @param root what a path is appended to
 * @param transport sends them
 * @param headers the headers of each request
 */
public record TestClient(URI root, Transport transport, Map<String, String> headers) {

    private static final int MOST_PAGES = 300;
    private static final int LONGEST_URL = 8_192;

    /** Makes a client without a credential. */
    public static TestClient anonymous(URI root, Transport transport) {
        return new TestClient(root, transport, Map.of("User-Agent", "hubtwin-contract"));
    }

    /** Returns a client that sends another header too. */
    public TestClient with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new TestClient(root, transport, more);
    }

    /** Returns the answer to a GET. */
    public HttpAnswer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    /** Returns the answer to a HEAD. */
    public HttpAnswer head(String path) {
        return send("HEAD", path, BodyPublishers.noBody());
    }

    /** Returns the answer to a PATCH. */
    public HttpAnswer patch(String path, String body) {
        return send("PATCH", path, body);
    }

    /** Returns the answer to a POST. */
    public HttpAnswer post(String path, String body) {
        return send("POST", path, body);
    }

    /** Returns the answer to a PUT without a body. */
    public HttpAnswer put(String path) {
        return send("PUT", path, BodyPublishers.noBody());
    }

    /** Returns the answer to a PUT. */
    public HttpAnswer put(String path, String body) {
        return send("PUT", path, body);
    }

    /** Returns the answer to a DELETE. */
    public HttpAnswer delete(String path, String body) {
        return send("DELETE", path, body);
    }

    /** Returns the answer to a DELETE without a body. */
    public HttpAnswer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    /** Returns the answer to a request with a body. */
    public HttpAnswer send(String method, String path, String body) {
        return send(method, path, BodyPublishers.ofString(body));
    }

    /**
     * Returns the answer to a request.
     *
     * @param path below the root, or a URL
     * @throws AssertionError if no answer comes within ten seconds, or within the timeout of the target
     */
    public HttpAnswer send(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path)).method(method, body);
        headers.forEach(request::setHeader);
        try {
            HttpResponse<byte[]> response = transport.send(request.build());
            return new HttpAnswer(
                    response.statusCode(), response.headers(), response.body(), new RequestLine(method, at(path)));
        } catch (IOException e) {
            throw new ContractViolation(method + " " + at(path) + ": no complete answer came: " + why(e), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Returns every page of a list from {@code path} on, by following the {@code Link} header.
     *
     * @throws AssertionError if it does not end
     */
    public List<HttpAnswer> pages(String path) {
        List<HttpAnswer> pages = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String last = path;
        for (String next = path;
                next != null;
                next = pages.get(pages.size() - 1).links().get("next")) {
            if (!seen.add(next) || pages.size() == MOST_PAGES) {
                throw new AssertionError(
                        "GET " + at(path) + ": the list does not end, rel=\"next\" of page " + pages.size()
                                + " leads on to " + next
                                + (pages.size() == MOST_PAGES ? "" : ", which was there before"));
            }
            last = next;
            pages.add(get(next).is(200));
        }
        for (HttpAnswer page : pages) {
            assertEquals(last, page.links().getOrDefault("last", last), "the last page of " + path);
        }
        return pages;
    }

    /** Returns the logins on every page of a list. */
    public List<String> allLogins(String path) {
        return pages(path).stream().flatMap(page -> page.logins().stream()).toList();
    }

    private static String why(IOException failure) {
        if (failure instanceof HttpTimeoutException) {
            return "it took too long (" + failure.getMessage() + ")";
        }
        if (failure instanceof OversizedBodyException) {
            return failure.getMessage();
        }
        return failure instanceof ConnectException
                ? "nothing listens there"
                : "the connection broke" + (failure.getMessage() == null ? "" : " (" + failure.getMessage() + ")");
    }

    /**
     * Resolves a path or a URL. A URL outside of the root is refused, so that no credential is sent to another server.
     */
    private URI at(String path) {
        String url = path.startsWith("http://") || path.startsWith("https://") ? path : root + path;
        if (!url.equals(root.toString()) && !url.startsWith(root + "/") && !url.startsWith(root + "?")) {
            throw new AssertionError(
                    "an answer leads to " + url + ", which is not below " + root + ": it is not followed");
        }
        if (url.length() > LONGEST_URL) {
            throw new AssertionError("an answer leads to a URL of " + url.length()
                    + " characters, which is too long to be followed: " + url.substring(0, 200) + "…");
        }
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new AssertionError("an answer leads to " + url + ", which is not a URL", e);
        }
    }
}
