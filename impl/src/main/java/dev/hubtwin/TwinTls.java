package dev.hubtwin;

import dev.hubtwin.internal.tls.TlsIdentity;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.BiFunction;

/** The port at which a twin serves over TLS, and the certificate it serves there. */
public final class TwinTls {

    private final int port;
    private final BiFunction<String, Clock, TlsIdentity> identity;

    private TwinTls(int port, BiFunction<String, Clock, TlsIdentity> identity) {
        this.port = port;
        this.identity = identity;
    }

    /**
     * Serves a self-signed certificate that is kept in {@code .hubtwin} in the home directory of the user, so that
     * clients need to trust it once.
     *
     * @param port the port, 0 for any free one
     */
    public static TwinTls selfSigned(int port) {
        return selfSigned(port, Path.of(System.getProperty("user.home"), ".hubtwin"));
    }

    /**
     * Serves a self-signed certificate. It names {@code localhost}, {@code *.localhost}, {@code api.github.com},
     * {@code 127.0.0.1}, {@code ::1} and the host of the twin. It is made at the first start, and anew when it expires
     * within a day or does not name the host.
     *
     * @param port the port, 0 for any free one
     * @param directory where the certificate and its key are kept as {@code tls-cert.pem} and {@code tls-key.pem};
     *     created if it is absent
     */
    public static TwinTls selfSigned(int port, Path directory) {
        return new TwinTls(port, (host, clock) -> TlsIdentity.kept(directory, List.of(host), clock));
    }

    /**
     * Serves a certificate from files. Whether it is valid is for clients to judge.
     *
     * @param port the port, 0 for any free one
     * @param certificate a file in PEM: the certificate of the server, then those of its issuers, if any
     * @param key a file in PEM: the private key, RSA or EC, PKCS#8, PKCS#1 or SEC 1, not encrypted
     */
    public static TwinTls fromFiles(int port, Path certificate, Path key) {
        return new TwinTls(port, (host, clock) -> TlsIdentity.given(certificate, key));
    }

    /** Returns the port, 0 for any free one. */
    public int port() {
        return port;
    }

    /** Reads or makes the certificate for a server at {@code host}. */
    TlsIdentity identity(String host, Clock clock) {
        return identity.apply(host, clock);
    }
}
