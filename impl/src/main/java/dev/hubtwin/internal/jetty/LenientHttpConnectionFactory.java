package dev.hubtwin.internal.jetty;

import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * HTTP/1.1 as Jetty speaks it, but a target that Jetty cannot decode ({@code /%zz}, {@code /%00}, {@code /..}) is no
 * broken request: it is sound HTTP and names nothing. Jetty would forget it, and with it at which root it was.
 */
final class LenientHttpConnectionFactory extends HttpConnectionFactory {

    LenientHttpConnectionFactory(HttpConfiguration http) {
        super(http);
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        HttpConnection connection = new Tolerant(getHttpConfiguration(), connector, endPoint);
        connection.setTransferEncodingChunkMaxLength(getTransferEncodingChunkMaxLength());
        return configure(connection, connector, endPoint);
    }

    private static final class Tolerant extends HttpConnection {

        private Tolerant(HttpConfiguration http, Connector connector, EndPoint endPoint) {
            super(http, connector, endPoint);
        }

        @Override
        protected HttpStreamOverHTTP1 newHttpStream(String method, String target, HttpVersion version) {
            try {
                return super.newHttpStream(method, target, version);
            } catch (IllegalArgumentException e) {
                return super.newHttpStream(method, withoutEscapes(target), version);
            }
        }

        /** What no URI may hold takes the place of what fails, so that the target is found to be none where all are. */
        private static String withoutEscapes(String target) {
            return target.replace('%', '^').replace("..", "^^");
        }
    }
}
