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

/** The line to servers: an answer comes whole, its body too, within a time and a size, or it does not come. */
@FunctionalInterface
public interface Transport {

    /** How long an answer may take, unless somebody says otherwise. */
    Duration TIMEOUT = Duration.ofSeconds(10);

    /** The client underneath everything. */
    HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    /** One that holds answers against nothing. */
    Transport PLAIN = request -> whole(request, TIMEOUT);

    /**
     * The answer to a request.
     *
     * @throws IOException if no whole answer came
     */
    HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException;

    /** An answer as it came, if all of it comes within {@code patience}. */
    static HttpResponse<byte[]> whole(HttpRequest request, Duration patience) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> coming = CLIENT.sendAsync(request, head -> new BoundedBodySubscriber());
        try {
            return coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            coming.cancel(true);
            throw new HttpTimeoutException("it may take no more than " + patience.toMillis() / 1000.0 + " seconds");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
        }
    }
}
