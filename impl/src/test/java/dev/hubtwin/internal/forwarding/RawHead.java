package dev.hubtwin.internal.forwarding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** One request, and the one answer to it, of a connection that nobody ends. */
final class RawHead {

    private RawHead() {}

    static String send(String url, String request) throws IOException {
        try (Socket socket = RawExchange.connect(url)) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return read(socket);
        }
    }

    /** Reads an answer as long as it says. */
    static String read(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return head.toString();
            }
            head.append((char) next);
        }
        String length = head.indexOf("Content-Length: ") < 0
                ? "0"
                : head.toString().replaceAll("(?s).*Content-Length: ([0-9]+).*", "$1");
        return head + new String(in.readNBytes(Integer.parseInt(length)), ISO_8859_1);
    }
}
