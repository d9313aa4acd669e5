package dev.hubtwin.internal.control;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** One request with the headers that are given and no others: the JDK's client does not let one choose the host. */
final class RawRequest {

    private RawRequest() {}

    static int status(String url, String method, String path, String headers) throws IOException {
        return Integer.parseInt(answer(url, method, path, headers).split(" ")[1]);
    }

    static String answer(String url, String method, String path, String headers) throws IOException {
        URI server = URI.create(url);
        String host = headers.contains("Host:") ? "" : "Host: " + server.getAuthority() + "\r\n";
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((method + " " + path + " HTTP/1.1\r\nUser-Agent: test\r\n" + host + headers
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
