package dev.hubtwin.internal.jetty;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** The container's own refusals, in the shape GitHub gives them. Says nothing about the cause: it may be ours. */
final class JsonErrorHandler implements Request.Handler {

    private final RootResolver roots;

    JsonErrorHandler(RootResolver roots) {
        this.roots = roots;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (isUnparsed(request)) { // after which Jetty ends the connection; a client is to know
            response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
        }
        write(request, response, status(request, response), callback);
        return true;
    }

    /**
     * Jetty stumbles over two kinds of request. A target that is none whatever is put in the place of its escapes
     * ({@code :}) fails in its parser: it names nothing. A header it cannot take apart ({@code Host: "}) fails in its
     * checks, as if the server were at fault. The application's own failures never come here with a cause.
     */
    private static int status(Request request, Response response) {
        Object error = request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
        if (isUnparsed(request)
                && error instanceof HttpException.RuntimeException bad
                && bad.getCause() instanceof IllegalArgumentException) {
            return HttpStatus.NOT_FOUND_404;
        }
        return error instanceof IllegalArgumentException ? HttpStatus.BAD_REQUEST_400 : response.getStatus();
    }

    /** There is no request yet then, only a stand-in. */
    private static boolean isUnparsed(Request request) {
        return "BAD".equals(request.getMethod());
    }

    /** Answers {@code status} as the root of the request speaks. */
    void write(Request request, Response response, int status, Callback callback) {
        write(request, response, status, HttpStatus.getMessage(status), callback);
    }

    /** As the other, with words in the place of the status's own. */
    void write(Request request, Response response, int status, String reason, Callback callback) {
        RootResolver.Refused refused = roots.refused(unserved(request, status, reason));
        response.setStatus(status);
        refused.headers().forEach(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
        response.write(true, ByteBuffer.wrap(refused.body().getBytes(UTF_8)), callback);
    }

    private static RootResolver.Unserved unserved(Request request, int status, String reason) {
        Map<String, List<String>> headers = new TreeMap<>();
        request.getHeaders()
                .forEach(field -> headers.computeIfAbsent(field.getLowerCaseName(), name -> new ArrayList<>())
                        .add(String.valueOf(field.getValue())));
        String path = isUnparsed(request) ? null : request.getHttpURI().getPath();
        return new RootResolver.Unserved(
                isUnparsed(request) ? "" : request.getMethod(),
                path == null ? "/" : path,
                request.getHttpURI().getQuery(),
                headers,
                System.nanoTime() - request.getBeginNanoTime(),
                status,
                reason);
    }
}
