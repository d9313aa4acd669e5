package dev.hubtwin.http.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A container that serves the {@link Sample}, anew for each test. */
@Timeout(60)
abstract class Contained {

  static final String GET_HELLO = "GET /hello HTTP/1.1\r\nHost: api.github.com\r\n\r\n";

  final Sample.Gate gate = new Sample.Gate();
  HttpContainer container;

  @BeforeEach
  void start() {
    container = start(Roots.AT_SLASH, HttpLimits.DEFAULT);
  }

  @AfterEach
  void stop() {
    gate.open();
    container.close();
  }

  private HttpContainer start(Roots roots, HttpLimits limits) {
    HttpContainer started = new HttpContainer("127.0.0.1", 0, Sample.application(gate), roots, limits);
    started.start();
    return started;
  }

  void restart(Roots roots, HttpLimits limits) {
    container.close();
    container = start(roots, limits);
  }

  static HttpLimits limits(int bodyBytes, Duration idle) {
    return new HttpLimits(bodyBytes, HttpLimits.DEFAULT.headerBytes(), idle, 32);
  }

  Wire connect() throws IOException {
    return new Wire(container.port());
  }

  Wire.Reply get(String target) throws IOException {
    return Wire.get(container.port(), target);
  }

  static String post(String path, int length, String more) {
    return "POST " + path + " HTTP/1.1\r\nHost: h\r\nContent-Type: text/plain\r\nContent-Length: " + length + "\r\n"
        + more + "\r\n";
  }

  static void assertRefused(int status, String message, Wire.Reply reply) {
    assertEquals(status, reply.status());
    assertEquals("application/json; charset=utf-8", reply.headers().get("content-type"));
    assertEquals("""
                {"message":"%s","documentation_url":"https://docs.github.com/rest","status":"%d"}"""
        .formatted(message, status), reply.body());
    assertFalse(reply.headers().containsKey("server"));
  }
}
