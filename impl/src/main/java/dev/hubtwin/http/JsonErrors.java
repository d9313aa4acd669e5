package dev.hubtwin.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** The container's own refusals, in the shape GitHub gives them. Says nothing about the cause: it may be ours. */
final class JsonErrors implements Request.Handler {

    private static final String BODY = """
            {"message":"%s","documentation_url":"https://docs.github.com/rest","status":"%d"}""";

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        write(response, isUnreadableTarget(request) ? HttpStatus.NOT_FOUND_404 : response.getStatus(), callback);
        return true;
    }

    /** Answers {@code status} with a message that is its reason phrase. */
    static void write(Response response, int status, Callback callback) {
        byte[] body = BODY.formatted(HttpStatus.getMessage(status), status).getBytes(UTF_8);
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    /**
     * Jetty's parser reads the target while it reads the request line, and calls a path it cannot decode ({@code /%zz},
     * {@code /%00}, {@code /..}) a bad request. Such a path is sound HTTP that names nothing. By then there is no request
     * yet, only Jetty's stand-in, whose method is BAD.
     */
    private static boolean isUnreadableTarget(Request request) {
        return "BAD".equals(request.getMethod())
                && request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof HttpException.RuntimeException bad
                && bad.getCause() instanceof IllegalArgumentException;
    }
}
