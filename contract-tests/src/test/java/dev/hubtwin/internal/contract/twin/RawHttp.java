package dev.hubtwin.internal.contract.twin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;

/** Requests byte for byte, even such as no client would send. */
record RawHttp(URI server) {

    /** More than the server itself waits for anything; a test that gets here has found a hang. */
    private static final int PATIENCE_MILLISECONDS = 60_000;

    /** A request in ISO 8859-1, so that each character is a byte; the server is to close the connection after it. */
    String send(String request) throws IOException {
        return send(request.getBytes(ISO_8859_1));
    }

    /** Everything that comes back, a byte a character. */
    String send(byte[] request) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLISECONDS);
            try {
                socket.getOutputStream().write(request);
                socket.shutdownOutput();
            } catch (SocketException e) {
                // it has refused already, and listens no more
            }
            return read(socket);
        }
    }

    private static String read(Socket socket) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(answer);
        } catch (SocketException e) {
            // reset, with what was sent before it
        }
        return answer.toString(ISO_8859_1);
    }
}
