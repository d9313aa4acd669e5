package dev.hubtwin.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** What came back. */
record Answer(int status, HttpHeaders headers, byte[] body) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern LINK = Pattern.compile("<([^>]*)>; rel=\"([a-z]+)\"");

  /** This, if its status is the expected one. */
  Answer is(int expected) {
    assertEquals(expected, status, () -> "status, with the body " + text());
    return this;
  }

  /** The body as text. */
  String text() {
    return new String(body, UTF_8);
  }

  /** The body as JSON. */
  JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException("no JSON: " + text(), e);
    }
  }

  /** A member of the body, as text. */
  String member(String name) {
    return json().path(name).asText();
  }

  /** What the refusal says. */
  String message() {
    return member("message");
  }

  /** The names of the body's members. */
  Set<String> members() {
    Set<String> names = new TreeSet<>();
    json().fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** The {@code login} of each element of the body. */
  List<String> logins() {
    return StreamSupport.stream(json().spliterator(), false).map(element -> element.path("login").asText()).toList();
  }

  /** The value of a header; null without it. */
  String header(String name) {
    return headers.firstValue(name).orElse(null);
  }

  /** The URLs of the {@code Link} header by their relations, in its order. */
  Map<String, String> links() {
    Map<String, String> links = new LinkedHashMap<>();
    Matcher link = LINK.matcher(headers.firstValue("Link").orElse(""));
    while (link.find()) {
      links.put(link.group(2), link.group(1));
    }
    return links;
  }
}
