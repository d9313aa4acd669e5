package dev.hubtwin.internal.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/** A kept-alive connection that repeats requests and reads answers as cheaply as Java allows. */
final class KeepAliveConnection implements AutoCloseable {

    /** Where the status begins. */
    private static final int OF_STATUS = "HTTP/1.1 ".length();

    private static final int TIMEOUT_MS = 10_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] sink = new byte[32 << 10];

    KeepAliveConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MS);
        in = new BufferedInputStream(socket.getInputStream(), 32 << 10);
        out = socket.getOutputStream();
    }

    static byte[] get(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n\r\n")
                .getBytes(ISO_8859_1);
    }

    static byte[] halfAPost(String path) {
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 100\r\n\r\n{\"a\":\"")
                .getBytes(ISO_8859_1);
    }

    void send(byte[] request) throws IOException {
        out.write(request);
    }

    /**
     * Sends and reads one whole answer; throws unless it is a 200.
     *
     * @return whether the connection stays open; Grizzly closes after 256 requests
     */
    boolean exchange(byte[] request) throws IOException {
        send(request);
        String status = line();
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(status);
        }
        long length = 0;
        boolean chunked = false;
        boolean open = true;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Long.parseLong(header.substring(15).strip());
            }
            chunked |= header.regionMatches(true, 0, "transfer-encoding:", 0, 18);
            open &= !header.equalsIgnoreCase("connection: close");
        }
        if (chunked) {
            skipChunks();
        } else {
            skip(length);
        }
        return open;
    }

    /** Sends, and returns one whole answer as it came; throws if it is a refusal. */
    byte[] granted(String request) throws IOException {
        byte[] answer = whole(request.getBytes(ISO_8859_1));
        if (answer[OF_STATUS] > '3') {
            throw new IOException(request + "is refused: " + new String(answer, ISO_8859_1));
        }
        return answer;
    }

    /** Sends, and returns one whole answer as it came; its length must be given, or its status have no body. */
    private byte[] whole(byte[] request) throws IOException {
        send(request);
        StringBuilder answer = new StringBuilder(1_024);
        int length = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            answer.append(line).append("\r\n");
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        return (answer + "\r\n" + new String(in.readNBytes(length), ISO_8859_1)).getBytes(ISO_8859_1);
    }

    private void skipChunks() throws IOException {
        long length;
        do {
            length = Long.parseLong(line(), 16);
            skip(length);
            line();
        } while (length > 0);
    }

    private void skip(long length) throws IOException {
        for (long left = length; left > 0; ) {
            int read = in.read(sink, 0, (int) Math.min(left, sink.length));
            if (read < 0) {
                throw new EOFException();
            }
            left -= read;
        }
    }

    private String line() throws IOException {
        int length = 0;
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException();
            }
            sink[length++] = (byte) b;
        }
        return new String(sink, 0, Math.max(0, length - 1), ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
