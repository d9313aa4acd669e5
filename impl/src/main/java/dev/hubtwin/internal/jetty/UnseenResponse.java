package dev.hubtwin.internal.jetty;

import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpStatus;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.spi.ContainerResponseWriter;

/** Takes a response that nobody sees, of which only the status counts. */
final class UnseenResponse implements ContainerResponseWriter {

    private int status = HttpStatus.INTERNAL_SERVER_ERROR_500;

    /** Returns the status; 500 if there was no answer. */
    int status() {
        return status;
    }

    @Override
    public OutputStream writeResponseStatusAndHeaders(long contentLength, ContainerResponse response) {
        status = response.getStatus();
        return OutputStream.nullOutputStream();
    }

    @Override
    public void commit() {
        // nobody sees it
    }

    @Override
    public void failure(Throwable error) {
        status = HttpStatus.INTERNAL_SERVER_ERROR_500;
    }

    @Override
    public boolean suspend(long time, TimeUnit unit, TimeoutHandler handler) {
        return false;
    }

    @Override
    public void setSuspendTimeout(long time, TimeUnit unit) {
        throw new IllegalStateException("not suspended");
    }

    @Override
    public boolean enableResponseBuffering() {
        return false;
    }
}
