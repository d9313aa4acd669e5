package dev.hubtwin.client;

import java.io.Closeable;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** An HTTP client that asks again by {@link Retries}; otherwise it is another one. */
final class RetryingHttp extends HttpClient {

    private final HttpClient http;
    private final Retries retries;
    private final Waiting waiting;

    /** Lets time pass. */
    interface Waiting {
        void passes(Duration duration) throws InterruptedException;
    }

    RetryingHttp(HttpClient http, Retries retries) {
        this(http, retries, duration -> Thread.sleep(duration.toMillis()));
    }

    RetryingHttp(HttpClient http, Retries retries, Waiting waiting) {
        this.http = http;
        this.retries = retries;
        this.waiting = waiting;
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        HttpResponse<T> answer = http.send(request, handler);
        int before = 0;
        for (Optional<Duration> wait = retries.wait(request, answer, before);
                wait.isPresent();
                wait = retries.wait(request, answer, ++before)) {
            close(answer.body());
            waiting.passes(wait.get());
            answer = http.send(request, handler);
        }
        return answer;
    }

    private static void close(Object body) throws IOException {
        if (body instanceof Closeable open) {
            open.close();
        }
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        return http.sendAsync(request, handler);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, HttpResponse.BodyHandler<T> handler, HttpResponse.PushPromiseHandler<T> pushes) {
        return http.sendAsync(request, handler, pushes);
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return http.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return http.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return http.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return http.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return http.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return http.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return http.authenticator();
    }

    @Override
    public Version version() {
        return http.version();
    }

    @Override
    public Optional<Executor> executor() {
        return http.executor();
    }
}
