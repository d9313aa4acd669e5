package dev.hubtwin.internal.jetty;

import dev.hubtwin.internal.forwarding.OwnerReply;
import dev.hubtwin.internal.forwarding.Ownership;
import dev.hubtwin.internal.forwarding.RequestSeal;
import dev.hubtwin.internal.memory.ByteQuota;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;

/**
 * Serves what this process is to serve, and forwards the rest to the process that owns the twin. A request that another
 * process forwarded is unwrapped before anybody else looks at it.
 */
final class ForwardingHandler extends Handler.Wrapper {

    /** Where requests between processes are sent; to everybody else it is a path like any other. */
    static final String PATH = "/_twin/forwarded";

    private final Ownership ownership;
    private final RootResolver roots;
    private final ForwardingPlace place;

    /**
     * Stands in front of a handler.
     *
     * @param patience how long a request waits for somebody who serves it
     */
    ForwardingHandler(
            Handler served,
            Server server,
            Ownership ownership,
            RootResolver roots,
            HttpLimits limits,
            JsonErrorHandler errors,
            Duration patience) {
        super(served);
        this.ownership = ownership;
        this.roots = roots;
        OwnerClient client = new OwnerClient(server, limits, Forwarding::interim);
        this.place = new ForwardingPlace(
                served, ownership, client, limits, errors, new ByteQuota("forwarded bodies", 0), patience);
        installBean(client);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = request.getHttpURI().getPath();
        if (PATH.equals(path)) {
            Optional<RequestSeal> seal =
                    RequestSeal.read(request.getHeaders().get(RequestSeal.HEADER), ownership.key());
            if (seal.isPresent()) {
                receive(seal.get(), request, response, callback);
                return true;
            }
        }
        if (ownership.owner() instanceof Ownership.Here || path != null && isServedHere(request, path)) {
            return super.handle(request, response, callback);
        }
        new Forwarding(place, request, response, callback).start();
        return true;
    }

    private boolean isServedHere(Request request, String path) {
        return roots.isOfProcess(path) || roots.isBarred(request.getMethod(), path, request.getHeaders()::get);
    }

    /** Whoever forwards once more could do so for ever; who is not the owner says so. */
    private void receive(RequestSeal seal, Request request, Response response, Callback callback) {
        if (ownership.owner() instanceof Ownership.Here) {
            new ForwardedRequestReader(getHandler(), ownership.key(), seal, request, response, callback).run();
        } else {
            response.setStatus(HttpStatus.MISDIRECTED_REQUEST_421);
            response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
            response.getHeaders().put(RequestSeal.HEADER, seal.reply(OwnerReply.ELSEWHERE, ownership.key()));
            response.write(true, null, callback);
        }
    }
}
