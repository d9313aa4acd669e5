package dev.hubtwin.internal.contract.lies;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** A connection to the twin, made anew when it is needed and there is none. */
final class TwinConnection implements Closeable {

    private static final int PATIENCE_MILLISECONDS = 20_000;

    private final InetSocketAddress server;
    private Socket socket;
    private InputStream in;

    TwinConnection(InetSocketAddress server) {
        this.server = server;
    }

    /** The twin's answer to a request. */
    HttpMessage send(HttpMessage request) throws IOException {
        boolean fresh = socket == null;
        try {
            return exchange(request);
        } catch (IOException e) {
            close();
            if (fresh) {
                throw e;
            }
            return exchange(request); // the connection had ended while nobody needed it
        }
    }

    private HttpMessage exchange(HttpMessage request) throws IOException {
        if (socket == null) {
            socket = new Socket(server.getAddress(), server.getPort());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLISECONDS);
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        }
        socket.getOutputStream().write(request.bytes());
        HttpMessage answer = read(in, request.method().equals("HEAD"));
        if (answer.header("Connection").filter("close"::equalsIgnoreCase).isPresent()) {
            close();
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
        }
        socket = null;
    }

    /**
     * The next message of a stream.
     *
     * @param bare whether it has no body, whatever its headers say
     * @throws EOFException if there is none
     */
    static HttpMessage read(InputStream in, boolean bare) throws IOException {
        String start = line(in);
        List<String> headers = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            headers.add(line);
        }
        HttpMessage head = new HttpMessage(start, headers, new byte[0]);
        boolean answer = start.startsWith("HTTP/");
        boolean none = bare || answer && (head.status() == 204 || head.status() == 304);
        return none ? head : new HttpMessage(start, headers, body(in, head, answer));
    }

    private static byte[] body(InputStream in, HttpMessage head, boolean answer) throws IOException {
        if (head.header("Transfer-Encoding").isPresent()) {
            return chunks(in);
        }
        if (head.header("Content-Length").isPresent()) {
            return exactly(in, Integer.parseInt(head.header("Content-Length").get()));
        }
        return answer ? in.readAllBytes() : new byte[0];
    }

    /** Chunks as they are, their sizes too. */
    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        int size;
        do {
            String line = line(in);
            size = Integer.parseInt(line.split(";")[0].trim(), 16);
            raw.writeBytes((line + "\r\n").getBytes(ISO_8859_1));
            raw.writeBytes(exactly(in, size));
            raw.writeBytes((line(in) + "\r\n").getBytes(ISO_8859_1));
        } while (size > 0);
        return raw.toByteArray();
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            line.append((char) next);
        }
        return line.length() > 0 && line.charAt(line.length() - 1) == '\r'
                ? line.substring(0, line.length() - 1)
                : line.toString();
    }
}
