package dev.hubtwin.internal.contract.runner;

import dev.hubtwin.internal.contract.http.OversizedBodyException;
import dev.hubtwin.internal.contract.http.Transport;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Checks whether a server answers at all.
 *
 * @param base any URL of the server
 */
record Reachability(URI base) {

    /**
     * Requests an answer of any kind.
     *
     * @throws IOException if no answer comes in ten seconds
     */
    void connect() throws IOException {
        try {
            Transport.PLAIN.send(HttpRequest.newBuilder(base).build());
        } catch (OversizedBodyException e) {
            // a long answer is one
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether an answer of any kind came. */
    boolean isReachable() {
        try {
            connect();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns the rest of a sentence about a server that gave no answer. */
    static String describe(IOException failure) {
        if (failure instanceof SSLHandshakeException && failure.getMessage().contains("certification path")) {
            return "has a certificate that Java does not trust; name a trust store that has it: "
                    + "java -Djavax.net.ssl.trustStore=FILE -Djavax.net.ssl.trustStorePassword=… -jar …";
        }
        if (failure instanceof ConnectException) {
            return "cannot be reached: "
                    + (failure.getCause() instanceof UnresolvedAddressException
                            ? "there is no such host"
                            : "connection refused");
        }
        return failure instanceof HttpTimeoutException
                ? "cannot be reached: it took too long, " + failure.getMessage()
                : "gives no complete answer: " + failure.getMessage();
    }
}
