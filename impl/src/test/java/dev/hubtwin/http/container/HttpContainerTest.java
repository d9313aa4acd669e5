package dev.hubtwin.http.container;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpContainerTest {

  private static final String GET_HELLO = "GET /hello HTTP/1.1\r\nHost: api.github.com\r\n\r\n";

  private final Sample.Gate gate = new Sample.Gate();
  private HttpContainer container;

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

  private void restart(Roots roots, HttpLimits limits) {
    container.close();
    container = start(roots, limits);
  }

  private static HttpLimits limits(int bodyBytes, Duration idle) {
    return new HttpLimits(bodyBytes, HttpLimits.DEFAULT.headerBytes(), idle, 32);
  }

  private Wire connect() throws IOException {
    return new Wire(container.port());
  }

  private Wire.Reply get(String target) throws IOException {
    return Wire.get(container.port(), target);
  }

  private static String post(String path, int length, String more) {
    return "POST " + path + " HTTP/1.1\r\nHost: h\r\nContent-Type: text/plain\r\nContent-Length: " + length + "\r\n"
        + more + "\r\n";
  }

  private static void assertRefused(int status, String message, Wire.Reply reply) {
    assertEquals(status, reply.status());
    assertEquals("application/json; charset=utf-8", reply.headers().get("content-type"));
    assertEquals("""
                {"message":"%s","documentation_url":"https://docs.github.com/rest","status":"%d"}"""
        .formatted(message, status), reply.body());
    assertFalse(reply.headers().containsKey("server"));
  }

  // --- who is asked ---

  @Test
  void hostHeaderIsTheHostInUris() throws IOException {
    assertEquals("http://api.github.com/ where http://api.github.com/where?a=1", get("/where?a=1").body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"my_host:8080", "[::1]:80", "127.0.0.1", "GitHub.example"})
  void unusualHostsAreKept(String host) throws IOException {
    assertEquals("http://" + host + "/ where http://" + host + "/where", where(host).body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "x/../y", "[::::]", "a:b:c", "a:99999999", "user@host", "<script>"})
  void unusableHostFallsBackToTheBoundAddress(String host) throws IOException {
    String bound = "http://127.0.0.1:" + container.port() + "/";
    assertEquals(bound + " where " + bound + "where", where(host).body());
  }

  @Test
  void absentHostFallsBackInHttp10() throws IOException {
    try (Wire wire = connect()) {
      String body = wire.send("GET /where HTTP/1.0\r\n\r\n").read().body();
      assertTrue(body.startsWith("http://127.0.0.1:" + container.port() + "/ where "), body);
    }
  }

  private Wire.Reply where(String host) throws IOException {
    try (Wire wire = connect()) {
      return wire.send("GET /where HTTP/1.1\r\nHost: " + host + "\r\n\r\n").read();
    }
  }

  @Test
  void rootsDecideBaseRestAndProperties() throws IOException {
    restart(this::world, HttpLimits.DEFAULT);
    assertEquals("http://api.github.com/w/blue/ where http://api.github.com/w/blue/where?a=1",
        get("/w/blue/where?a=1").body());
    assertEquals("blue", get("/w/blue/world").body());
    assertRefused(404, "Not Found", get("/elsewhere"));
  }

  private Roots.Rooted world(String authority, String scheme, String rawPath) {
    String[] parts = rawPath.split("/", 4);
    if (!parts[1].equals("w")) {
      throw new IllegalArgumentException("no world");
    }
    URI base = URI.create(scheme + "://" + authority + "/w/" + parts[2] + "/");
    return new Roots.Rooted(base, parts[3], Map.of("world", parts[2]));
  }

  @Test
  void rootsThatFailAreAnsweredEvenAfterASlowBody() throws IOException {
    restart((authority, scheme, rawPath) -> {
      throw new IllegalStateException("a secret");
    }, HttpLimits.DEFAULT);
    try (Wire wire = connect()) {
      // Who is told to continue is being waited for.
      assertEquals(100, wire.send(post("/echo", 4, "Expect: 100-continue\r\n")).read().status());
      assertRefused(500, "Server Error", wire.send("late").read());
    }
  }

  // --- odd targets ---

  @ParameterizedTest
  @ValueSource(strings = {
    "/%zz", "/%", "/orgs/%2", "/%00", "/orgs/%00", "/orgs/%u2192", "/..", "/../hello", "/|", "/orgs/a|b", "/orgs/a\\b",
    "/orgs/{a}", "/orgs/[a]", "/orgs/^", "/\"", "/<x>", ":"
  })
  void whatNoUriHoldsIsNotFound(String target) throws IOException {
    assertRefused(404, "Not Found", get(target));
  }

  @Test
  void aConnectionThatEndsAfterItsAnswerSaysSo() throws IOException {
    assertEquals("close", get("/%zz").headers().get("connection"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"//", "//hello", "///", "/a/../hello", "/hello/%2e%2e/hello", "/hello%2F", "/é"})
  void oddButLegalPathsReachTheApplicationWhichKnowsNone(String target) throws IOException {
    assertEquals(404, get(target).status());
  }

  @Test
  void aVeryLongPathIsNotFoundAndALongerOneTooLong() throws IOException {
    assertEquals(404, get("/" + "x".repeat(30_000)).status());
    assertRefused(414, "URI Too Long", get("/" + "x".repeat(40_000)));
  }

  @ParameterizedTest
  @CsvSource({"/orgs/a%2Fb, a/b", "/orgs/%2e%2e, ..", "/orgs/a%20b, a b"})
  void encodedPathsArriveDecoded(String target, String org) throws IOException {
    assertEquals(org, get(target).body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a|b", "{a}", "%zz", "%", "a^`b", "[a]", "\"<>\\"})
  void anyQueryIsTaken(String q) throws IOException {
    assertEquals(q, get("/query?q=" + q).body());
  }

  @Test
  void aTargetWithoutPathIsNotFound() throws IOException {
    try (Wire wire = connect()) {
      assertRefused(404, "Not Found", wire.send("OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n").read());
    }
  }

  // --- broken HTTP ---

  @ParameterizedTest
  @ValueSource(strings = {
    "garbage\r\n\r\n",
    "GET hello HTTP/1.1\r\nHost: h\r\n\r\n",
    "GET /hello#fragment HTTP/1.1\r\nHost: h\r\n\r\n",
    "GET /orgs/a\tb HTTP/1.1\r\nHost: h\r\n\r\n",
    "GET /hello HTTP/1.1\r\n\r\n",
    "GET /hello HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
    "GET /hello HTTP/1.1\r\nHost: a\"b\r\n\r\n",
    "GET http://h/hello HTTP/1.1\r\nHost: a b\r\n\r\n",
    "GET http://elsewhere/hello HTTP/1.1\r\nHost: h\r\n\r\n",
    "GET /hello HTTP/1.1\r\nHost: h\r\nno colon\r\n\r\n",
    "GET /hello HTTP/1.1\r\nHost: h\r\n folded\r\n\r\n",
    "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: abc\r\n\r\n",
    "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n",
    "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999999999999999\r\n\r\n",
    "POST /echo HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "POST /echo HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
  })
  void brokenHttpIsABadRequest(String request) throws IOException {
    try (Wire wire = connect()) {
      assertRefused(400, "Bad Request", wire.send(request).read());
    }
  }

  @Test
  void tooLargeHeadersAreRefused() throws IOException {
    try (Wire wire = connect()) {
      wire.send("GET /hello HTTP/1.1\r\nHost: h\r\nX: " + "x".repeat(40_000) + "\r\n\r\n");
      assertRefused(431, "Request Header Fields Too Large", wire.read());
    }
  }

  @Test
  void whatTheApplicationThrowsStaysInside() throws IOException {
    assertRefused(500, "Server Error", get("/boom"));
  }

  @Test
  void anEntityThatFailsHalfwayIsNoAnswer() throws IOException {
    assertRefused(500, "Server Error", get("/half"));
  }

  // --- bodies ---

  @Test
  void aBodyOfTheLimitIsTakenAndOneMoreByteIsNot() throws IOException {
    restart(Roots.AT_SLASH, limits(1000, Duration.ofSeconds(30)));
    try (Wire wire = connect()) {
      assertEquals("1000", wire.send(post("/length", 1000, "") + "x".repeat(1000)).read().body());
      assertRefused(413, "Payload Too Large", wire.send(post("/length", 1001, "")).read());
    }
  }

  @Test
  void anEndlessChunkedBodyIsRefusedAsSoonAsItIsTooLong() throws IOException {
    restart(Roots.AT_SLASH, limits(1000, Duration.ofSeconds(30)));
    try (Wire wire = connect()) {
      wire.send("POST /length HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n");
      wire.send("3e8\r\n" + "x".repeat(1000) + "\r\n1\r\nx\r\n");
      assertRefused(413, "Payload Too Large", wire.read());
    }
  }

  @Test
  void whoSendsTooMuchStillReadsTheRefusal() throws IOException {
    int length = 8 << 20;
    try (Wire wire = connect()) {
      wire.send(post("/length", length, "")).send(new byte[length]);
      assertRefused(413, "Payload Too Large", wire.read());
      assertTrue(wire.isAtEnd());
    }
  }

  @Test
  void chunkedBodiesAreRead() throws IOException {
    try (Wire wire = connect()) {
      wire.send("POST /echo HTTP/1.1\r\nHost: h\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n");
      assertEquals("abcde", wire.send("3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n").read().body());
    }
  }

  @Test
  void expectContinueIsAnsweredBeforeTheBody() throws IOException {
    try (Wire wire = connect()) {
      assertEquals(100, wire.send(post("/echo", 3, "Expect: 100-continue\r\n")).read().status());
      assertEquals("abc", wire.send("abc").read().body());
      assertEquals("hello", wire.send(GET_HELLO).read().body());
    }
  }

  @Test
  void expectContinueOfTooMuchIsRefusedWithoutTheBody() throws IOException {
    try (Wire wire = connect()) {
      assertRefused(413, "Payload Too Large", wire.send(post("/echo", 9 << 20, "Expect: 100-continue\r\n")).read());
      assertTrue(wire.isAtEnd());
    }
  }

  @Test
  void aSilentSenderIsEnded() throws IOException {
    restart(Roots.AT_SLASH, limits(1000, Duration.ofMillis(100)));
    try (Wire wire = connect()) {
      assertRefused(408, "Request Timeout", wire.send(post("/echo", 100, "") + "half").read());
      assertTrue(wire.isAtEnd());
    }
  }

  @Test
  void aTrickleIsEnded() throws IOException {
    restart(Roots.AT_SLASH, limits(1 << 30, Duration.ofMillis(200)));
    try (Wire wire = connect()) {
      wire.send(post("/echo", 1 << 30, ""));
      for (int i = 0; i < 200 && wire.isSilent(50); i++) {
        wire.send("x");
      }
      assertRefused(408, "Request Timeout", wire.read());
    }
  }

  @Test
  void slowWorkOutlastsTheIdleTimeout() throws Exception {
    restart(Roots.AT_SLASH, limits(1000, Duration.ofMillis(100)));
    try (Wire working = connect(); Wire silent = connect()) {
      working.send("GET /wait HTTP/1.1\r\nHost: h\r\n\r\n");
      gate.awaitBegun();
      // Its timeout began later than the other's, so once it is over the other's is too.
      assertEquals(408, silent.send(post("/echo", 9, "")).read().status());
      gate.open();
      assertTrue(working.read().body().startsWith("hubtwin-"));
    }
  }

  @Test
  void manySlowSendersLeaveTheServerFree() throws IOException {
    restart(Roots.AT_SLASH, limits(1000, Duration.ofSeconds(30)));
    List<Wire> senders = new ArrayList<>();
    try (Wire reader = connect()) {
      for (int i = 0; i < 200; i++) {
        senders.add(connect().send(post("/echo", 8, "") + "half"));
      }
      for (int i = 0; i < 200; i++) {
        assertEquals("hello", reader.send(GET_HELLO).read().body());
      }
      for (Wire sender : senders) {
        assertEquals("halfhalf", sender.send("half").read().body());
      }
    } finally {
      for (Wire sender : senders) {
        sender.close();
      }
    }
  }

  // --- connections ---

  @Test
  void upgradeToHttp2IsIgnoredWithAndWithoutBody() throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    URI echo = URI.create("http://127.0.0.1:" + container.port() + "/echo");
    for (int length : new int[] {0, 5, 100_000}) {
      String body = "x".repeat(length);
      HttpResponse<String> answer = client.send(
          HttpRequest.newBuilder(echo).header("Content-Type", "text/plain")
              .POST(HttpRequest.BodyPublishers.ofString(body)).build(),
          HttpResponse.BodyHandlers.ofString());
      assertEquals(200, answer.statusCode());
      assertEquals(HttpClient.Version.HTTP_1_1, answer.version());
      assertEquals(body, answer.body());
    }
    HttpRequest get = HttpRequest.newBuilder(echo.resolve("/hello")).build();
    assertEquals("hello", client.send(get, HttpResponse.BodyHandlers.ofString()).body());
  }

  @Test
  void pipelinedRequestsAreAnsweredInOrder() throws IOException {
    try (Wire wire = connect()) {
      wire.send(GET_HELLO + post("/echo", 3, "") + "abc" + GET_HELLO + "GET /boom HTTP/1.1\r\nHost: h\r\n\r\n"
          + "GET /none HTTP/1.1\r\nHost: h\r\n\r\n" + GET_HELLO);
      assertEquals("hello", wire.read().body());
      assertEquals("abc", wire.read().body());
      assertEquals("hello", wire.read().body());
      assertEquals(500, wire.read().status());
      assertEquals(204, wire.read().status());
      assertEquals("hello", wire.read().body());
    }
  }

  @Test
  void connectionCloseIsHonoured() throws IOException {
    try (Wire wire = connect()) {
      wire.send("GET /hello HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
      assertEquals("hello", wire.read().body());
      assertTrue(wire.isAtEnd());
    }
  }

  @Test
  void aGetMaySayThatItHasNoBody() throws IOException {
    try (Wire wire = connect()) {
      wire.send("GET /hello HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n");
      assertEquals("hello", wire.read().body());
    }
  }

  // --- answers ---

  @Test
  void headSaysTheLengthAndSendsNothing() throws IOException {
    try (Wire wire = connect()) {
      Wire.Reply small = wire.send("HEAD /hello HTTP/1.1\r\nHost: h\r\n\r\n").readHead();
      assertEquals("5", small.headers().get("content-length"));
      Wire.Reply big = wire.send("HEAD /big HTTP/1.1\r\nHost: h\r\n\r\n").readHead();
      assertEquals("300000", big.headers().get("content-length"));
      Wire.Reply huge = wire.send("HEAD /huge HTTP/1.1\r\nHost: h\r\n\r\n").readHead();
      assertEquals(200, huge.status());
      assertFalse(huge.headers().containsKey("content-length"));
      assertEquals("hello", wire.send(GET_HELLO).read().body());
    }
  }

  @ParameterizedTest
  @CsvSource({"/none, 204", "/same, 304"})
  void anAnswerWithoutBodyHasNothingAboutOne(String path, int status) throws IOException {
    try (Wire wire = connect()) {
      Wire.Reply reply = wire.send("GET " + path + " HTTP/1.1\r\nHost: h\r\n\r\n").read();
      assertEquals(status, reply.status());
      for (String name : List.of("content-type", "content-length", "transfer-encoding")) {
        assertFalse(reply.headers().containsKey(name), name);
      }
      assertEquals("hello", wire.send(GET_HELLO).read().body());
    }
  }

  @Test
  void anEntityHasItsLengthHoweverLong() throws IOException {
    Wire.Reply reply = get("/huge");
    assertEquals(String.valueOf(3 << 20), reply.headers().get("content-length"));
    assertEquals(3 << 20, reply.body().getBytes(ISO_8859_1).length);
  }

  @Test
  void anAnswerMayComeLater() throws IOException {
    assertEquals("later", get("/later").body());
    assertEquals(503, get("/never").status());
  }

  // --- its own life ---

  @Test
  void closingEndsConnectionsAndThreads() throws Exception {
    try (Wire idle = connect(); Wire half = connect(); Wire working = connect()) {
      idle.send(GET_HELLO).read();
      half.send(post("/echo", 9, "") + "half");
      working.send("GET /wait HTTP/1.1\r\nHost: h\r\n\r\n");
      gate.awaitBegun();
      int port = container.port();
      container.close();
      assertTrue(idle.isAtEnd());
      assertThrows(IOException.class, () -> new Wire(port));
    }
    assertEquals(List.of(), Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName).filter(name -> name.startsWith("hubtwin-")).toList());
    container.close();
  }

  @Test
  void aPortInUseIsSaid() {
    HttpContainer second = new HttpContainer("127.0.0.1", container.port(), Sample.application(gate));
    assertThrows(UncheckedIOException.class, second::start);
    second.close();
  }
}
