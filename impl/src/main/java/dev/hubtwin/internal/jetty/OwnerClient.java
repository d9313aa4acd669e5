package dev.hubtwin.internal.jetty;

import dev.hubtwin.internal.memory.HeapShares;
import java.util.function.BiConsumer;
import org.eclipse.jetty.client.EarlyHintsProtocolHandler;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.server.Server;

/**
 * Sends requests to the owner of a twin and gives answers as they come: it follows and remembers nothing. The library
 * by which Jetty decodes what is compressed is left out.
 */
@SuppressWarnings("try") // Jetty's close() may be interrupted; the server that it is part of stops it
final class OwnerClient extends HttpClient {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int FORGET_OWNER_MILLIS = 60_000;

    private final BiConsumer<Request, HttpFields> interim;

    /** A client with the threads of a server; {@code interim} hears of interim answers. */
    OwnerClient(Server server, HttpLimits limits, BiConsumer<Request, HttpFields> interim) {
        super(new HttpClientTransportOverHTTP(connector(server)));
        this.interim = interim;
        setName("hubtwin-owner");
        setExecutor(server.getThreadPool());
        setScheduler(server.getScheduler());
        setByteBufferPool(server.getByteBufferPool());
        setConnectTimeout(CONNECT_MILLIS);
        // Kept connections end here before they end there: a request never meets one that the owner is about to close.
        setIdleTimeout(limits.idle().toMillis() / 3);
        setDestinationIdleTimeout(FORGET_OWNER_MILLIS);
        setMaxConnectionsPerDestination(HeapShares.PROCESS.connections());
        setMaxRequestsQueuedPerDestination(HeapShares.PROCESS.connections());
        setMaxResponseHeadersSize(limits.answerHeaderBytes());
        setFollowRedirects(false);
        setHttpCookieStore(new HttpCookieStore.Empty());
        setUserAgentField(null);
        setDefaultRequestContentType(null);
    }

    private static ClientConnector connector(Server server) {
        ClientConnector connector = new ClientConnector();
        connector.setSelectors(1);
        connector.setExecutor(server.getThreadPool());
        connector.setScheduler(server.getScheduler());
        connector.setByteBufferPool(server.getByteBufferPool());
        return connector;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        getProtocolHandlers().clear();
        getProtocolHandlers().put(new EarlyHintsProtocolHandler() {
            @Override
            protected void onEarlyHints(Request request, HttpFields headers) {
                interim.accept(request, headers);
            }
        });
    }
}
