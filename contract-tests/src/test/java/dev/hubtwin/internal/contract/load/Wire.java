package dev.hubtwin.internal.contract.load;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** An HTTP client that goes on when the server has let a silent connection go, as it does when it has too many. */
final class Wire {

    private static final int TRIES = 5;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * Sends a request, and sends it again over another connection if one ends without an answer.
     *
     * @throws IOException if that happens too often: then the server is gone
     */
    <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body)
            throws IOException, InterruptedException {
        for (int left = TRIES; ; left--) {
            try {
                return client.send(request, body);
            } catch (IOException e) {
                if (left == 1) {
                    throw e;
                }
            }
        }
    }
}
