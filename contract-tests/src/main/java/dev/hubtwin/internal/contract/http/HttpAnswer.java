package dev.hubtwin.internal.contract.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * An answer of a server.
 *
 * @param request what was requested, for messages; null if that is unknown
 */
public record HttpAnswer(int status, HttpHeaders headers, byte[] body, RequestLine request) {

    /** What stands before the body, at the end of the sentence about an answer. */
    public static final String BODY_FOLLOWS = " with the body\n";

    private static final int EXCERPT = 2_000;
    /** Stands for an answer that did not come. */
    public static final HttpAnswer NONE =
            new HttpAnswer(0, HttpHeaders.of(Map.of(), (name, value) -> true), new byte[0]);

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Pattern LINK = Pattern.compile("<([^<>]*)>; rel=\"([a-z]+)\"");

    /** Makes an answer to an unknown request. */
    public HttpAnswer(int status, HttpHeaders headers, byte[] body) {
        this(status, headers, body, null);
    }

    /**
     * Returns this answer.
     *
     * @throws UnmetExpectation if its status is not the expected one
     */
    public HttpAnswer is(int expected) {
        if (status != expected) {
            throw UnmetExpectation.status(expected, this);
        }
        return this;
    }

    /** Returns a sentence about what was requested, what was expected and what came. */
    public String failureMessage(String expected) {
        String what = request == null ? "" : request + ": ";
        return what + "expected " + expected + ", but got " + status + excerpt();
    }

    /** Returns the beginning of the body as the end of a sentence. */
    String excerpt() {
        String all = new String(body, 0, Math.min(body.length, 4 * EXCERPT), UTF_8);
        String some = all.length() > EXCERPT ? all.substring(0, endOfWord(all)) + " …" : all;
        return all.isEmpty() ? " without a body" : BODY_FOLLOWS + some;
    }

    /** No part of a token may stand at the end: nobody would know that it is one. */
    private static int endOfWord(String text) {
        int end = EXCERPT;
        while (end > 0 && !Character.isWhitespace(text.charAt(end)) && "\",<>{}[]".indexOf(text.charAt(end)) < 0) {
            end--;
        }
        return end;
    }

    /** The body as text. */
    public String text() {
        return new String(body, UTF_8);
    }

    /** The body as JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new AssertionError(failureMessage("JSON"), e);
        }
    }

    /** A member of the body, as text. */
    public String member(String name) {
        return json().path(name).asText();
    }

    /** Returns the message of an error. */
    public String message() {
        return member("message");
    }

    /** The names of the body's members. */
    public Set<String> members() {
        Set<String> names = new TreeSet<>();
        json().fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The {@code login} of each element of the body. */
    public List<String> logins() {
        return StreamSupport.stream(json().spliterator(), false)
                .map(element -> element.path("login").asText())
                .toList();
    }

    /** The value of a header; null without it. */
    public String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    /** The URLs of the {@code Link} header by their relations, in its order. */
    public Map<String, String> links() {
        Map<String, String> links = new LinkedHashMap<>();
        Matcher link = LINK.matcher(headers.firstValue("Link").orElse(""));
        while (link.find()) {
            links.put(link.group(2), link.group(1));
        }
        return links;
    }
}
