package dev.hubtwin.contract;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.SubmissionPublisher;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;

/** A client that holds every answer against the description before anybody sees it; it follows no redirection. */
final class CheckedClient extends HttpClient {

  /** The client underneath, for what no description is held against. */
  static final HttpClient WIRE = HttpClient.newBuilder().version(Version.HTTP_1_1).build();

  private final Conformance conformance;

  CheckedClient(Target target) {
    this.conformance = new Conformance(target);
  }

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) throws IOException,
      InterruptedException {
    HttpResponse<byte[]> whole = WIRE.send(request, BodyHandlers.ofByteArray());
    conformance.check(request.method(), request.uri(), new Answer(whole.statusCode(), whole.headers(), whole.body()));
    return new Replayed<>(whole, read(whole, handler));
  }

  /** Gives the bytes, which are all there, to whoever wanted to read them as something else. */
  private static <T> T read(HttpResponse<byte[]> whole, BodyHandler<T> handler) {
    BodySubscriber<T> reader = handler.apply(new Head(whole.statusCode(), whole.headers(), whole.version()));
    try (SubmissionPublisher<List<ByteBuffer>> bytes = new SubmissionPublisher<>(Runnable::run, 1)) {
      bytes.subscribe(reader);
      bytes.submit(List.of(ByteBuffer.wrap(whole.body())));
    }
    return reader.getBody().toCompletableFuture().join();
  }

  private record Head(int statusCode, HttpHeaders headers, Version version) implements ResponseInfo {}

  private record Replayed<T>(HttpResponse<byte[]> whole, T body) implements HttpResponse<T> {

    @Override
    public int statusCode() {
      return whole.statusCode();
    }

    @Override
    public HttpRequest request() {
      return whole.request();
    }

    @Override
    public Optional<HttpResponse<T>> previousResponse() {
      return Optional.empty();
    }

    @Override
    public HttpHeaders headers() {
      return whole.headers();
    }

    @Override
    public Optional<SSLSession> sslSession() {
      return whole.sslSession();
    }

    @Override
    public URI uri() {
      return whole.uri();
    }

    @Override
    public Version version() {
      return whole.version();
    }
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
    throw new UnsupportedOperationException("a scenario waits for each answer");
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> pushes) {
    return sendAsync(request, handler);
  }

  @Override
  public Optional<CookieHandler> cookieHandler() {
    return WIRE.cookieHandler();
  }

  @Override
  public Optional<Duration> connectTimeout() {
    return WIRE.connectTimeout();
  }

  @Override
  public Redirect followRedirects() {
    return WIRE.followRedirects();
  }

  @Override
  public Optional<ProxySelector> proxy() {
    return WIRE.proxy();
  }

  @Override
  public SSLContext sslContext() {
    return WIRE.sslContext();
  }

  @Override
  public SSLParameters sslParameters() {
    return WIRE.sslParameters();
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return WIRE.authenticator();
  }

  @Override
  public Version version() {
    return WIRE.version();
  }

  @Override
  public Optional<Executor> executor() {
    return WIRE.executor();
  }
}
