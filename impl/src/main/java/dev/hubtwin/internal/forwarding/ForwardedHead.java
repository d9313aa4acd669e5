package dev.hubtwin.internal.forwarding;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A request without its body, as the process that it was sent to has it.
 *
 * @param target path and query, raw; null if it has no path
 * @param isSecure whether it came over TLS
 * @param remote who sent it
 * @param local where it arrived
 * @param isHeld whether its body is sent only when it is asked for
 */
public record ForwardedHead(
        String method,
        String target,
        boolean isSecure,
        Address remote,
        Address local,
        boolean isHeld,
        List<Header> headers) {

    private static final int NONE = -1;

    /** One end of a connection; the host is an address as the container writes it. */
    public record Address(String host, int port) {}

    /** One line of the headers; the value may be null. */
    public record Header(String name, String value) {}

    /** Reads what {@link #bytes} gave. */
    public static ForwardedHead of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new ForwardedHead(
                    text(in),
                    text(in),
                    in.readBoolean(),
                    new Address(text(in), in.readInt()),
                    new Address(text(in), in.readInt()),
                    in.readBoolean(),
                    headers(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Header> headers(DataInputStream in) throws IOException {
        List<Header> headers = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            headers.add(new Header(text(in), text(in)));
        }
        return headers;
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length == NONE ? null : new String(in.readNBytes(length), UTF_8);
    }

    /** Returns it as bytes. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(method, out);
            write(target, out);
            out.writeBoolean(isSecure);
            write(remote, out);
            write(local, out);
            out.writeBoolean(isHeld);
            out.writeInt(headers.size());
            for (Header header : headers) {
                write(header.name(), out);
                write(header.value(), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Address address, DataOutputStream out) throws IOException {
        write(address.host(), out);
        out.writeInt(address.port());
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        if (text == null) {
            out.writeInt(NONE);
            return;
        }
        byte[] bytes = text.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
