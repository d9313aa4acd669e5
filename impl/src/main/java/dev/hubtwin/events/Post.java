package dev.hubtwin.events;

import dev.hubtwin.events.Outcome.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.client5.http.ssl.TrustAllStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.net.URIAuthority;
import org.apache.hc.core5.ssl.SSLContextBuilder;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends over HTTP: to the address it is given and to no other, following nothing, repeating nothing, each time over a
 * connection of its own, so that none is lost with an old one.
 */
final class Post {

  /** How much of an answer is read. */
  static final int READ = 64 << 10;

  private static final int LINE = 8 << 10;
  private static final int HEADERS = 100;

  private final boolean checksCertificates;
  private final Duration patience;
  private CloseableHttpClient client;
  private ScheduledThreadPoolExecutor alarm;

  Post(boolean checksCertificates, Duration patience) {
    this.checksCertificates = checksCertificates;
    this.patience = patience;
  }

  /**
   * Sends a letter, and reads what comes back.
   *
   * @throws IOException if nothing does in time
   */
  Answer send(Letter letter, Destination to, InetAddress address) throws IOException {
    HttpPost request = new HttpPost(to.path());
    request.setScheme(to.scheme());
    request.setAuthority(new URIAuthority(to.host(), to.port()));
    request.setHeader("Host", to.authority());
    request.setHeader("Connection", "close");
    letter.headers().forEach(request::setHeader);
    request.setEntity(new ByteArrayEntity(letter.body(), ContentType.parse(letter.headers().get("Content-Type"))));
    AtomicBoolean late = new AtomicBoolean();
    ScheduledFuture<?> end = ready().schedule(() -> cancel(request, late), patience.toMillis(), TimeUnit.MILLISECONDS);
    try {
      HttpHost host = new HttpHost(to.scheme(), address, to.host(), to.port());
      return answer(client.executeOpen(host, request, null), request);
    } catch (IOException e) {
      boolean timedOut = late.get() || e instanceof SocketTimeoutException;
      throw timedOut ? new InterruptedIOException("no answer within " + patience.toSeconds() + " seconds") : e;
    } finally {
      end.cancel(false);
    }
  }

  private static void cancel(HttpPost request, AtomicBoolean late) {
    late.set(true);
    request.cancel();
  }

  private static Answer answer(ClassicHttpResponse response, HttpPost request) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : response.getHeaders()) {
      headers.merge(header.getName(), header.getValue(), (one, other) -> one + ", " + other);
    }
    byte[] read = beginning(response, request);
    String body = new String(read, 0, Math.min(read.length, READ), charset(response.getEntity()));
    return new Answer(response.getCode(), headers, body, read.length > READ);
  }

  /** One byte more than is wanted, if there is more. Who closes an answer waits for its end, so it is cut off before. */
  private static byte[] beginning(ClassicHttpResponse response, HttpPost request) throws IOException {
    boolean ended = false;
    try {
      InputStream content = response.getEntity() == null ? InputStream.nullInputStream() : response.getEntity().getContent();
      byte[] read = content.readNBytes(READ + 1);
      ended = read.length <= READ;
      return read;
    } finally {
      if (!ended) {
        request.cancel();
      }
      Closer.closeQuietly(response);
    }
  }

  private static Charset charset(HttpEntity entity) {
    return Optional.ofNullable(entity)
        .map(HttpEntity::getContentType)
        .map(type -> ContentType.parseLenient(type))
        .map(ContentType::getCharset)
        .orElse(StandardCharsets.UTF_8);
  }

  private synchronized ScheduledThreadPoolExecutor ready() {
    if (client == null) {
      client = client();
      alarm = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "hubtwin-deliveries-alarm");
        thread.setDaemon(true);
        return thread;
      });
      alarm.setRemoveOnCancelPolicy(true);
    }
    return alarm;
  }

  private CloseableHttpClient client() {
    Timeout timeout = Timeout.of(patience);
    PoolingHttpClientConnectionManager connections = PoolingHttpClientConnectionManagerBuilder.create()
        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
            .http1Config(Http1Config.custom().setMaxLineLength(LINE).setMaxHeaderCount(HEADERS).build())
            .build())
        .setTlsSocketStrategy(tls())
        .setDnsResolver(new Nobody())
        .setMaxConnTotal(Workers.MOST)
        .setMaxConnPerRoute(Workers.MOST)
        .setDefaultConnectionConfig(
            ConnectionConfig.custom().setConnectTimeout(timeout).setSocketTimeout(timeout).build())
        .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(timeout).build())
        .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(timeout).setProtocolUpgradeEnabled(false).build())
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .disableDefaultUserAgent()
        .build();
  }

  private TlsSocketStrategy tls() {
    try {
      SSLContext trusting = SSLContextBuilder.create().loadTrustMaterial(TrustAllStrategy.INSTANCE).build();
      return checksCertificates
          ? DefaultClientTlsStrategy.createDefault()
          : new DefaultClientTlsStrategy(trusting, HostnameVerificationPolicy.CLIENT, NoopHostnameVerifier.INSTANCE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has TLS", e);
    }
  }

  /** The address is known by the time; whoever asked again might hear something else. */
  private static final class Nobody implements DnsResolver {

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      throw new UnknownHostException(host + " is not resolved twice");
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }

  synchronized void close() {
    if (client != null) {
      client.close(CloseMode.IMMEDIATE);
      alarm.shutdownNow();
    }
  }
}
