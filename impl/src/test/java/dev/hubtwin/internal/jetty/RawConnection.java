package dev.hubtwin.internal.jetty;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One raw connection: sends exactly the bytes it is told to and reads one response at a time. */
final class RawConnection implements AutoCloseable {

    /** A response as it came; header names are lower case, those that came twice are joined. */
    record Reply(int status, Map<String, String> headers, String body) {}

    private final Socket socket;
    private final InputStream in;

    RawConnection(int port) throws IOException {
        this(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    RawConnection(Socket connected) throws IOException {
        socket = connected;
        socket.setSoTimeout(20_000);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Opens a connection for one exchange, with the target put into a GET with a Host header. */
    static Reply get(int port, String target) throws IOException {
        try (RawConnection wire = new RawConnection(port)) {
            return wire.send("GET " + target + " HTTP/1.1\r\nHost: api.github.com\r\n\r\n")
                    .read();
        }
    }

    RawConnection send(String text) throws IOException {
        return send(text.getBytes(ISO_8859_1));
    }

    RawConnection send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    Reply read() throws IOException {
        return read(true);
    }

    /** Reads the answer to a HEAD: whatever the headers say, no body follows. */
    Reply readHead() throws IOException {
        return read(false);
    }

    private Reply read(boolean withBody) throws IOException {
        String statusLine = line();
        int status = Integer.parseInt(statusLine.split(" ")[1]);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (first, next) -> first + ", " + next);
        }
        int length = withBody ? Integer.parseInt(headers.getOrDefault("content-length", "0")) : 0;
        return new Reply(status, headers, new String(in.readNBytes(length), ISO_8859_1));
    }

    /** True when nothing arrives within so many milliseconds. */
    boolean isSilent(int millis) throws IOException {
        int before = socket.getSoTimeout();
        in.mark(1);
        socket.setSoTimeout(millis);
        try {
            in.read();
            in.reset();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } finally {
            socket.setSoTimeout(before);
        }
    }

    /** True when the server sends nothing more and has closed. */
    boolean isAtEnd() throws IOException {
        return in.read() < 0;
    }

    /** True when the server closes, however it takes leave, with at most so many bytes before. */
    boolean endsWithin(int bytes) throws IOException {
        return in.readNBytes(bytes).length < bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("closed after: " + line);
            }
            line.write(b);
        }
        return line.toString(ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
