package dev.hubtwin.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
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
 * Requests to a target, byte for byte as the scenario wants them.
 *
 * @param headers what each request bears
 */
record Calls(Target target, HttpClient client, Map<String, String> headers) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Requests in somebody's name. */
  static Calls as(Who who, Target target, HttpClient client) {
    Calls anonymous = new Calls(target, client, Map.of("User-Agent", "hubtwin-contract"));
    return who == Who.ANONYMOUS ? anonymous : anonymous.with("Authorization", "Bearer " + target.token(who));
  }

  /** Likewise, with another header. */
  Calls with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Calls(target, client, more);
  }

  Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  Answer head(String path) {
    return send("HEAD", path, BodyPublishers.noBody());
  }

  Answer patch(String path, String body) {
    return send("PATCH", path, BodyPublishers.ofString(body));
  }

  Answer send(String method, String path, BodyPublisher body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(target.at(path)).timeout(PATIENCE).method(method, body);
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
}
