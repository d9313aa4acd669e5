package dev.hubtwin.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Requests, byte for byte as the scenario wants them.
 *
 * @param root what a path stands behind
 * @param headers what each request bears
 */
public record Calls(URI root, HttpClient client, Map<String, String> headers) {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Requests in somebody's name. */
  static Calls as(Who who, Target target, HttpClient client) {
    Calls anonymous = new Calls(target.root(), client, Map.of("User-Agent", "hubtwin-contract"));
    return who == Who.ANONYMOUS ? anonymous : anonymous.with("Authorization", "Bearer " + target.token(who));
  }

  /** Likewise, with another header. */
  public Calls with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Calls(root, client, more);
  }

  /** The answer to a GET. */
  public Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  /** The answer to a HEAD. */
  public Answer head(String path) {
    return send("HEAD", path, BodyPublishers.noBody());
  }

  /** The answer to a PATCH. */
  public Answer patch(String path, String body) {
    return send("PATCH", path, body);
  }

  /** The answer to a request with a body. */
  public Answer send(String method, String path, String body) {
    return send(method, path, BodyPublishers.ofString(body));
  }

  /**
   * The answer to a request.
   *
   * @param path below the root, or a URL
   * @throws UncheckedIOException if there is none within ten seconds
   */
  public Answer send(String method, String path, BodyPublisher body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(at(path)).timeout(PATIENCE).method(method, body);
    headers.forEach(request::setHeader);
    try {
      HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private URI at(String path) {
    return URI.create(path.startsWith("http") ? path : root + path);
  }
}
