package dev.hubtwin.internal.forwarding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;

/** A process that listens where the owner is said to, and answers one request as a test tells it; then it is gone. */
final class PretendedOwner implements AutoCloseable {

    /** Answers a request. */
    interface Behaviour {

        /** Takes the seal of the request, and where an answer is written to. */
        void answer(RequestSeal seal, OutputStream out) throws IOException;
    }

    private final ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final CompletableFuture<Void> end;

    PretendedOwner(Behaviour behaviour) throws IOException {
        end = CompletableFuture.runAsync(() -> serve(behaviour));
    }

    private void serve(Behaviour behaviour) {
        try (listener;
                Socket socket = listener.accept()) {
            String header = RequestSeal.HEADER + ": ";
            String head = head(socket.getInputStream());
            int at = head.indexOf(header) + header.length();
            RequestSeal seal = RequestSeal.read(head.substring(at, head.indexOf('\r', at)), SwitchableOwnership.KEY)
                    .orElseThrow();
            socket.getInputStream().readNBytes(seal.length());
            behaviour.answer(seal, socket.getOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        return head.toString();
    }

    /** The head of an answer with its seal. */
    static byte[] sealed(String status, RequestSeal seal, OwnerReply reply, String headers) {
        return ("HTTP/1.1 " + status + "\r\n" + RequestSeal.HEADER + ": " + seal.reply(reply, SwitchableOwnership.KEY)
                        + "\r\n" + headers + "\r\n")
                .getBytes(ISO_8859_1);
    }

    String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    /** Waits until it is gone. */
    void await() {
        end.join();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
