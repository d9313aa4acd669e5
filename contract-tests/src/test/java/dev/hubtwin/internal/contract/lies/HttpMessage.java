package dev.hubtwin.internal.contract.lies;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.hubtwin.internal.contract.http.Exchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A request or an answer of HTTP/1.1 as it stands on the wire; untouched, it goes on byte for byte. */
final class HttpMessage {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String start;
    private final List<String> headers;
    private final byte[] body;
    private JsonNode json;

    /**
     * A message.
     *
     * @param start its first line
     * @param headers its headers, a line each
     * @param body what follows, framed as the headers say
     */
    HttpMessage(String start, List<String> headers, byte[] body) {
        this.start = start;
        this.headers = List.copyOf(headers);
        this.body = body;
    }

    /** The request that was exchanged. */
    static HttpMessage requestOf(Exchange exchanged) {
        String query = exchanged.uri().getRawQuery();
        String target = exchanged.uri().getRawPath() + (query == null ? "" : "?" + query);
        return new HttpMessage(
                exchanged.method() + " " + target + " HTTP/1.1", lines(exchanged.headers()), exchanged.body());
    }

    /** The answer that was exchanged. */
    static HttpMessage answerOf(Exchange exchanged) {
        return new HttpMessage(
                "HTTP/1.1 " + exchanged.answer().status(),
                lines(exchanged.answer().headers()),
                exchanged.answer().body());
    }

    private static List<String> lines(HttpHeaders headers) {
        return headers.map().entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(value -> header.getKey() + ": " + value))
                .toList();
    }

    String method() {
        return start.substring(0, start.indexOf(' '));
    }

    /** What a request asks for: a path and a query. */
    String target() {
        return start.split(" ")[1];
    }

    int status() {
        return Integer.parseInt(start.split(" ")[1]);
    }

    byte[] body() {
        return body;
    }

    String text() {
        return new String(body, UTF_8);
    }

    /** The body of an answer, if it is JSON that can be read; else missing. It is not to be changed. */
    JsonNode json() {
        if (json == null) {
            json = header("Content-Encoding").isPresent() ? MissingNode.getInstance() : parsed();
        }
        return json;
    }

    private JsonNode parsed() {
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    Optional<String> header(String name) {
        return headers.stream()
                .filter(line -> is(line, name))
                .findFirst()
                .map(line -> line.substring(name.length() + 1).trim());
    }

    private static boolean is(String line, String name) {
        return line.regionMatches(true, 0, name, 0, name.length()) && line.startsWith(":", name.length());
    }

    HttpMessage withStart(String other) {
        return new HttpMessage(other, headers, body);
    }

    HttpMessage withTarget(String other) {
        return withStart(start.replace(" " + target() + " ", " " + other + " "));
    }

    HttpMessage withStatus(int status) {
        return withStart("HTTP/1.1 " + status);
    }

    HttpMessage without(String name) {
        return new HttpMessage(
                start, headers.stream().filter(line -> !is(line, name)).toList(), body);
    }

    HttpMessage with(String name, String value) {
        List<String> others = new ArrayList<>(without(name).headers);
        others.add(name + ": " + value);
        return new HttpMessage(start, others, body);
    }

    /** Returns this with another body and its length. */
    HttpMessage withBody(byte[] other) {
        HttpMessage framed = without("Transfer-Encoding").with("Content-Length", Integer.toString(other.length));
        return new HttpMessage(framed.start, framed.headers, other);
    }

    HttpMessage withJson(JsonNode other) {
        return withBody(other.toString().getBytes(UTF_8));
    }

    /** Returns this without a body and without what tells of one. */
    HttpMessage bare() {
        HttpMessage bare =
                without("Transfer-Encoding").without("Content-Length").without("Content-Type");
        return new HttpMessage(bare.start, bare.headers, new byte[0]);
    }

    /** Returns this with another text in the place of one, wherever it stands. */
    HttpMessage replacing(String text, String other) {
        List<String> changed =
                headers.stream().map(line -> line.replace(text, other)).toList();
        HttpMessage message = new HttpMessage(start, changed, body);
        return body.length == 0
                ? message
                : message.withBody(text().replace(text, other).getBytes(UTF_8));
    }

    /** Whether this tells the same as another answer. */
    boolean says(HttpMessage other) {
        return start.equals(other.start)
                && Arrays.equals(body, other.body)
                && header("Link").equals(other.header("Link"));
    }

    /** What goes over the wire. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((start + "\r\n").getBytes(ISO_8859_1));
        headers.forEach(line -> bytes.writeBytes((line + "\r\n").getBytes(ISO_8859_1)));
        bytes.writeBytes("\r\n".getBytes(ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }
}
