package dev.hubtwin.internal.jetty;

import dev.hubtwin.internal.forwarding.ForwardedHead;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;

/** A request as the process that forwarded it had it from its client. */
final class ForwardedRequest extends Request.Wrapper {

    private final ForwardedHead head;
    private final HttpURI uri;
    private final HttpFields headers;
    private final ConnectionMetaData connection;
    private final Supplier<CompletableFuture<Void>> ask;
    private Content.Chunk begun;
    private CompletableFuture<Void> asked;

    /**
     * Unwraps a request.
     *
     * @param begun what was read of its body beyond the head; null if nothing was
     * @param ask asks the other process for the body
     */
    ForwardedRequest(Request sent, ForwardedHead head, Content.Chunk begun, Supplier<CompletableFuture<Void>> ask) {
        super(sent);
        this.head = head;
        this.uri = uri(head);
        this.headers = headers(head);
        this.connection = new Client(sent.getConnectionMetaData(), head);
        this.begun = begun;
        this.ask = ask;
        this.asked = head.isHeld() ? null : CompletableFuture.completedFuture(null);
    }

    private static HttpURI uri(ForwardedHead head) {
        return head.target() == null
                ? HttpURI.build()
                : HttpURI.build(head.method(), head.target()).asImmutable();
    }

    private static HttpFields headers(ForwardedHead head) {
        HttpFields.Mutable fields = HttpFields.build(head.headers().size());
        for (ForwardedHead.Header header : head.headers()) {
            fields.add(new HttpField(HttpHeader.CACHE.get(header.name()), header.name(), header.value()));
        }
        return fields.asImmutable();
    }

    @Override
    public String getMethod() {
        return head.method();
    }

    @Override
    public HttpURI getHttpURI() {
        return uri;
    }

    @Override
    public HttpFields getHeaders() {
        return headers;
    }

    @Override
    public ConnectionMetaData getConnectionMetaData() {
        return connection;
    }

    @Override
    public long getLength() {
        return headers.getLongField(HttpHeader.CONTENT_LENGTH);
    }

    @Override
    public Content.Chunk read() {
        if (asked == null) {
            asked = ask.get();
        }
        Content.Chunk next = begun;
        if (next == null) {
            return super.read();
        }
        begun = Content.Chunk.next(next);
        return next;
    }

    /** What asks is written before anything else is, so that no answer meets it on its way. */
    @SuppressWarnings("FutureReturnValueIgnored") // what goes wrong is told to who reads
    @Override
    public void demand(Runnable callback) {
        asked.whenComplete((written, failure) -> super.demand(callback));
    }

    /** The connection of the client to the other process. */
    private static final class Client extends ConnectionMetaData.Wrapper {

        private final ForwardedHead head;

        private Client(ConnectionMetaData wrapped, ForwardedHead head) {
            super(wrapped);
            this.head = head;
        }

        @Override
        public boolean isSecure() {
            return head.isSecure();
        }

        @Override
        public SocketAddress getRemoteSocketAddress() {
            return address(head.remote());
        }

        @Override
        public SocketAddress getLocalSocketAddress() {
            return address(head.local());
        }

        private static SocketAddress address(ForwardedHead.Address address) {
            return InetSocketAddress.createUnresolved(address.host(), address.port());
        }
    }
}
