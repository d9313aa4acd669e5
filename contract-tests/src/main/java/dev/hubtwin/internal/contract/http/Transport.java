package dev.hubtwin.internal.contract.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends requests; an answer comes with its whole body, within a limit of time and of size, or not at all. */
@FunctionalInterface
public interface Transport {

    /** How long an answer may take by default. */
    Duration TIMEOUT = Duration.ofSeconds(10);

    /** The client underneath everything. */
    HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    /** Checks nothing. */
    Transport PLAIN = request -> whole(request, TIMEOUT);

    /**
     * Returns the answer to a request.
     *
     * @throws IOException if no complete answer came
     */
    HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException;

    /** Returns an answer as it came, if all of it comes within {@code timeout}. */
    static HttpResponse<byte[]> whole(HttpRequest request, Duration timeout) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> coming = CLIENT.sendAsync(request, BoundedBodySubscriber::new);
        try {
            return coming.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            coming.cancel(true);
            throw new HttpTimeoutException("the limit is " + timeout.toMillis() / 1000.0 + " seconds");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
        }
    }
}
