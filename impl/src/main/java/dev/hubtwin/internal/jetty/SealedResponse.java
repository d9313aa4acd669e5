package dev.hubtwin.internal.jetty;

import dev.hubtwin.internal.forwarding.OwnerReply;
import dev.hubtwin.internal.forwarding.RequestSeal;
import java.nio.ByteBuffer;
import java.util.function.Function;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The answer to a forwarded request. It gets its seal when it is sent, for until then it may be stored. */
final class SealedResponse extends Response.Wrapper {

    private final Function<OwnerReply, String> seal;

    SealedResponse(Request request, Response response, Function<OwnerReply, String> seal) {
        super(request, response);
        this.seal = seal;
    }

    @Override
    public void write(boolean last, ByteBuffer bytes, Callback callback) {
        if (!isCommitted()) {
            getHeaders().put(RequestSeal.HEADER, seal.apply(OwnerReply.SERVED));
        }
        super.write(last, bytes, callback);
    }
}
