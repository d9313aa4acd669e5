package dev.hubtwin.internal.forwarding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;

/** One request as a text, byte for byte, and all that comes back until the connection ends. */
final class RawExchange {

    private RawExchange() {}

    static Socket connect(String url) throws IOException {
        URI server = URI.create(url);
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    static String send(String url, String request) throws IOException {
        try (Socket socket = connect(url)) {
            return send(socket, request);
        }
    }

    static String send(Socket socket, String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        return rest(socket);
    }

    /** What still comes. */
    static String rest(Socket socket) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[1 << 16];
        try {
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                all.write(buffer, 0, length);
            }
        } catch (SocketException e) {
            // reset: what came before is what there is
        }
        return all.toString(ISO_8859_1);
    }
}
