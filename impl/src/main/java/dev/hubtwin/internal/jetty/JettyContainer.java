package dev.hubtwin.internal.jetty;

import dev.hubtwin.internal.forwarding.Ownership;
import dev.hubtwin.internal.memory.HeapShares;
import dev.hubtwin.internal.metrics.Measurement;
import dev.hubtwin.internal.metrics.MetricSource;
import dev.hubtwin.internal.tls.TlsIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.DetectorConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.glassfish.jersey.server.ResourceConfig;

/**
 * Serves one Jersey application over HTTP/1.1, plain and over TLS: Jetty's core server, with a thin adapter in between.
 *
 * <p>A request body is read whole before a thread works on it, an answer is sent whole. What goes wrong before Jersey
 * sees a request is answered in JSON. Its threads are called {@code hubtwin-…} and keep the process alive until
 * {@link #close}.
 */
public final class JettyContainer implements AutoCloseable, MetricSource {

    /** The property of a request that holds its whole body, as bytes. */
    public static final String BODY = JettyContainer.class.getName() + ".body";

    /** The property of a request that holds the address of who sent it, as a text. */
    public static final String ADDRESS = JettyContainer.class.getName() + ".address";

    /** Any path reaches the application, however odd; a fragment or a user name is not part of a request. */
    private static final UriCompliance ANY_PATH = UriCompliance.UNSAFE.without(
            "ANY_PATH", UriCompliance.Violation.FRAGMENT, UriCompliance.Violation.USER_INFO);

    private final Server server;
    private final JerseyApplication application;
    private final JerseyHandler handler;
    private final GracefulHandler graceful;
    private final QueuedThreadPool threads;
    private final RootResolver roots;
    private final HttpLimits limits;
    private final JsonErrorHandler errors;
    private final ServerConnector plain;
    private ServerConnector encrypted;
    private Consumer<Throwable> failures = failure -> {};
    private boolean isShared = true;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** As the long constructor, with every path beginning at {@code /} and {@link HttpLimits#DEFAULT}. */
    public JettyContainer(String host, int port, ResourceConfig application) {
        this(host, port, application, RootResolver.AT_SLASH, HttpLimits.DEFAULT);
    }

    /** As the other long constructor, with an application that serves here only, and ends with the container. */
    public JettyContainer(String host, int port, ResourceConfig application, RootResolver roots, HttpLimits limits) {
        this(host, port, new JerseyApplication(application, limits), roots, limits);
        isShared = false;
    }

    /**
     * Prepares a container; nothing listens before {@link #start}.
     *
     * @param host the name or address to bind, {@code 0.0.0.0} for all
     * @param port the port to bind, 0 for any free one
     * @param application outlives the container
     * @param roots where the application begins
     * @param limits what one client may take
     */
    public JettyContainer(String host, int port, JerseyApplication application, RootResolver roots, HttpLimits limits) {
        this.application = application;
        this.limits = limits;
        threads = threads(limits);
        server = new Server(threads, daemonTimer(), null);
        this.roots = roots;
        errors = new JsonErrorHandler(roots);
        handler = new JerseyHandler(application, roots, limits, errors, this::failed);
        graceful = new GracefulHandler(handler);
        server.setHandler(graceful);
        server.addBean(connectionLimit(server));
        server.setErrorHandler(errors);
        plain = listen(host, port, new LenientHttpConnectionFactory(http()));
    }

    /**
     * Serves the application over TLS as well, on the same host and within the same limits; to be called before
     * {@link #start}. Any name a client asks for is taken. What is sent there unencrypted is answered 400.
     *
     * @param port the port to bind, 0 for any free one
     */
    public void listenTls(int port, TlsIdentity tls) {
        SslConnectionFactory ssl = new SslConnectionFactory(contexts(tls), HttpVersion.HTTP_1_1.asString());
        // No SecureRequestCustomizer: it would refuse a Host that the certificate does not name.
        HttpConfiguration http = http();
        http.addCustomizer(JettyContainer::refuseUnencrypted);
        encrypted = listen(
                plain.getHost(), port, new DetectorConnectionFactory(ssl), new LenientHttpConnectionFactory(http));
    }

    /**
     * Serves while {@code ownership} says so, and otherwise forwards requests to the process that does; to be called
     * before {@link #start}.
     *
     * @param patience how long a request waits while nobody serves
     */
    public void forward(Ownership ownership, Duration patience) {
        ForwardingHandler forwarding =
                new ForwardingHandler(handler, server, ownership, roots, limits, errors, patience);
        graceful.setHandler(forwarding);
    }

    /** Returns TLS 1.2 and 1.3 with an identity. */
    private static SslContextFactory.Server contexts(TlsIdentity identity) {
        SslContextFactory.Server contexts = new SslContextFactory.Server();
        contexts.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        // Left to Jetty, the context would choose by the name, and there is nothing to choose from.
        contexts.setSslContext(identity.context());
        return contexts;
    }

    private static Request refuseUnencrypted(Request request, HttpFields.Mutable responseHeaders) {
        if (!request.getConnectionMetaData().isSecure()) {
            throw new HttpException.RuntimeException(HttpStatus.BAD_REQUEST_400);
        }
        return request;
    }

    /** When there are too many, nobody is let in, and who is silent for a second is let out. */
    private static NetworkConnectionLimit connectionLimit(Server server) {
        NetworkConnectionLimit limit = new NetworkConnectionLimit(HeapShares.PROCESS.connections(), server);
        limit.setEndPointIdleTimeout(1_000);
        return limit;
    }

    /**
     * Sets who hears of failures that no answer could tell of, such as memory that ran out; to be called before
     * {@link #start}.
     */
    public void onFailure(Consumer<Throwable> hearer) {
        failures = hearer;
    }

    private void failed(Throwable failure) {
        failures.accept(failure);
    }

    private QueuedThreadPool threads(HttpLimits limits) {
        // Jetty's own queue loads all of Java's management, to learn how wide a reference is.
        QueuedThreadPool threads =
                new QueuedThreadPool(limits.threads(), Math.min(8, limits.threads()), new LinkedBlockingQueue<>()) {

                    @Override
                    protected void runJob(Runnable job) {
                        try {
                            super.runJob(job);
                        } catch (Error e) {
                            failed(e);
                            throw e;
                        }
                    }
                };
        threads.setName("hubtwin-http");
        // Closing waits for nobody: what still runs is interrupted after half of this many milliseconds.
        threads.setStopTimeout(500);
        return threads;
    }

    private static ScheduledExecutorScheduler daemonTimer() {
        return new ScheduledExecutorScheduler("hubtwin-timer", true);
    }

    private HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(limits.headerBytes());
        http.setMaxResponseHeaderSize(limits.answerHeaderBytes());
        http.setUriCompliance(ANY_PATH);
        // What the headers of a connection said is remembered; found in any case, one token would pass for another.
        http.setHeaderCacheCaseSensitive(true);
        http.setHttpCompliance(HttpCompliance.RFC9110.with("ANY_HOST", HttpCompliance.Violation.UNSAFE_HOST_HEADER));
        http.addCustomizer(JettyContainer::sayClose);
        return http;
    }

    /** Jetty forgets that a connection is to end when the headers of its answer outgrow their first buffer. */
    private static Request sayClose(Request request, HttpFields.Mutable responseHeaders) {
        boolean isLast = request.getHeaders().contains(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString())
                || request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_0
                        && !request.getHeaders().contains(HttpHeader.CONNECTION, HttpHeaderValue.KEEP_ALIVE.asString());
        if (isLast) {
            responseHeaders.put(HttpFields.CONNECTION_CLOSE);
        }
        return request;
    }

    /** Adds a listener to the same application; the protocols are those spoken on it, outermost first. */
    private ServerConnector listen(String host, int port, ConnectionFactory... protocols) {
        ServerConnector connector = new ServerConnector(server, protocols);
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(limits.idle().toMillis());
        server.addConnector(connector);
        return connector;
    }

    /**
     * Binds and serves.
     *
     * @throws UncheckedIOException when the address cannot be bound
     */
    public void start() {
        try {
            server.start();
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            close();
            throw new IllegalStateException("the HTTP container did not start", e);
        }
    }

    /** The port that is bound; only meaningful once started. */
    public int port() {
        return plain.getLocalPort();
    }

    /**
     * The port that is bound for TLS; only meaningful once started.
     *
     * @throws IllegalStateException without {@link #listenTls}
     */
    public int tlsPort() {
        if (encrypted == null) {
            throw new IllegalStateException("nothing listens for TLS");
        }
        return encrypted.getLocalPort();
    }

    @Override
    public List<Measurement> measurements() {
        return List.of(
                Measurement.gauge(
                        "hubtwin.requests.in.flight",
                        "Requests that are being answered, the one that asks among them.",
                        graceful::getCurrentRequestCount),
                Measurement.gauge("hubtwin.connections", "Connections of clients.", this::connections),
                Measurement.gauge(
                        "hubtwin.http.threads",
                        "Threads that serve requests.",
                        Map.of("state", "busy"),
                        threads::getBusyThreads),
                Measurement.gauge(
                        "hubtwin.http.threads",
                        "Threads that serve requests.",
                        Map.of("state", "idle"),
                        threads::getIdleThreads),
                Measurement.gauge("hubtwin.http.queue", "Tasks that wait for a thread.", threads::getQueueSize));
    }

    private int connections() {
        return Stream.of(server.getConnectors())
                .mapToInt(connector -> connector.getConnectedEndPoints().size())
                .sum();
    }

    /** Stops listening, drops every connection and ends every thread; harmless when repeated. */
    @Override
    public void close() {
        close(Duration.ZERO);
    }

    /**
     * Stops listening, waits until the requests in flight are answered, but not longer than {@code grace}, and ends as
     * {@link #close()} does.
     */
    public void close(Duration grace) {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            server.setStopTimeout(grace.toMillis());
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP container did not stop", e);
        } finally {
            if (!isShared) {
                application.end(handler);
            }
        }
    }
}
