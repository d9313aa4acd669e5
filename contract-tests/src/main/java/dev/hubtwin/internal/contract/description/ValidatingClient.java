package dev.hubtwin.internal.contract.description;

import dev.hubtwin.internal.contract.config.Target;
import dev.hubtwin.internal.contract.http.Exchange;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.OversizedBodyException;
import dev.hubtwin.internal.contract.http.RequestLine;
import dev.hubtwin.internal.contract.http.Transport;
import dev.hubtwin.internal.contract.http.Verdict;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import org.opentest4j.TestAbortedException;

/** A client that validates every answer against the description before it returns it; it follows no redirection. */
public final class ValidatingClient extends HttpClient implements Transport {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final ResponseValidator validator;
    private final Target target;

    public ValidatingClient(Target target) {
        this.validator = new ResponseValidator(target);
        this.target = target;
    }

    @Override
    public HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        return send(request, BodyHandlers.ofByteArray());
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        if (!READING.contains(request.method()) && target.prohibition().isPresent()) {
            throw new TestAbortedException("would send " + request.method() + ", and "
                    + target.prohibition().get());
        }
        HttpResponse<byte[]> whole = whole(request);
        HttpAnswer answer = new HttpAnswer(
                whole.statusCode(), whole.headers(), whole.body(), new RequestLine(request.method(), request.uri()));
        exchanged(request, answer, validator.judge(request.method(), request.uri(), answer))
                .approve();
        if (target.control().isEmpty() && isRateLimited(answer)) {
            throw new TestAbortedException(
                    "the server's rate limit is used up" + until(answer),
                    new AssertionError(answer.request().toString()));
        }
        return new Replayed<>(whole, read(whole, handler));
    }

    private HttpResponse<byte[]> whole(HttpRequest request) throws IOException, InterruptedException {
        try {
            return Transport.whole(request, target.timeout());
        } catch (OversizedBodyException e) {
            exchanged(
                    request,
                    e.beginning(),
                    validator.missing(request.method(), request.uri(), "no complete answer came: " + e.getMessage()));
            throw e;
        } catch (IOException e) {
            exchanged(
                    request,
                    HttpAnswer.NONE,
                    validator.missing(request.method(), request.uri(), "no complete answer came"));
            throw e;
        }
    }

    private Exchange exchanged(HttpRequest request, HttpAnswer answer, Verdict verdict) {
        Exchange exchanged = new Exchange(
                request.method(),
                request.uri(),
                request.headers(),
                request.bodyPublisher().map(ValidatingClient::bytes).orElse(new byte[0]),
                answer,
                verdict);
        target.listener().onExchange(exchanged);
        return exchanged;
    }

    private static boolean isRateLimited(HttpAnswer answer) {
        return (answer.status() == 403 || answer.status() == 429)
                && ("0".equals(answer.header("X-RateLimit-Remaining")) || answer.header("Retry-After") != null);
    }

    private static String until(HttpAnswer answer) {
        return Optional.ofNullable(answer.header("X-RateLimit-Reset"))
                .filter(reset -> reset.matches("[0-9]{1,10}"))
                .map(reset -> " until " + Instant.ofEpochSecond(Long.parseLong(reset)))
                .orElse("");
    }

    private static byte[] bytes(BodyPublisher publisher) {
        BodySubscriber<byte[]> reader = BodySubscribers.ofByteArray();
        publisher.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                reader.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer part) {
                reader.onNext(List.of(part));
            }

            @Override
            public void onError(Throwable failure) {
                reader.onError(failure);
            }

            @Override
            public void onComplete() {
                reader.onComplete();
            }
        });
        return reader.getBody().toCompletableFuture().join();
    }

    /** Reads the complete body by another handler. */
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
        try {
            return CompletableFuture.completedFuture(send(request, handler)); // A scenario waits for each answer.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CompletableFuture.failedFuture(e);
        } catch (IOException | RuntimeException | AssertionError e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> pushes) {
        return sendAsync(request, handler);
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return Transport.CLIENT.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return Transport.CLIENT.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return Transport.CLIENT.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return Transport.CLIENT.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return Transport.CLIENT.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return Transport.CLIENT.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return Transport.CLIENT.authenticator();
    }

    @Override
    public Version version() {
        return Transport.CLIENT.version();
    }

    @Override
    public Optional<Executor> executor() {
        return Transport.CLIENT.executor();
    }
}
