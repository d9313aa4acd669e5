package dev.hubtwin.internal.cli;

import dev.hubtwin.TwinTls;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say whether and how the twin serves over TLS. */
final class TlsOptions {

    @Option(
            names = "--tls-port",
            paramLabel = "PORT",
            description = "Serves over TLS as well, on this port, or 0 for any free one.")
    private Integer port;

    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description =
                    "The certificate for TLS, in PEM. Default: a certificate is made, printed, and kept in .hubtwin"
                            + " in your home directory.")
    private Path certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "The private key of the certificate, in PEM.")
    private Path key;

    /** Returns how to serve over TLS; empty if no option asks for it. */
    Optional<TwinTls> tls() {
        boolean isGiven = certificate != null && key != null;
        if (!isGiven && (certificate != null || key != null) || isGiven && port == null) {
            throw new IllegalArgumentException("--tls-cert and --tls-key need each other, and --tls-port");
        }
        if (port == null) {
            return Optional.empty();
        }
        return Optional.of(isGiven ? TwinTls.fromFiles(port, certificate, key) : TwinTls.selfSigned(port));
    }

    /** Returns whether the certificate is made here, so that clients have yet to be told of it. */
    boolean makesCertificate() {
        return certificate == null;
    }
}
