package dev.hubtwin.internal.tls;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** What a server proves itself with: a certificate, those above it, and the key. */
public final class TlsIdentity {

    private final List<X509Certificate> chain;
    private final PrivateKey key;

    /** @param chain the server's certificate first, each further one the issuer of the one before */
    TlsIdentity(List<X509Certificate> chain, PrivateKey key) {
        this.chain = chain;
        this.key = key;
    }

    /**
     * The identity in these files, whoever made it. Whether it is still valid is for clients to judge.
     *
     * @param certificates PEM: the server's certificate, then those above it, if any
     * @param key PEM: the private key, RSA or EC, as PKCS#8 or in the older forms (PKCS#1, SEC 1), not encrypted
     * @throws IllegalArgumentException when a file cannot be used or the two do not belong together: one sentence that
     *     names the file
     */
    public static TlsIdentity given(Path certificates, Path key) {
        return new PemFiles(certificates, key).read();
    }

    /**
     * A self-signed identity that stays the same from start to start, so that clients need to trust it once. It is made
     * by the {@code keytool} of the running Java, and anew when it has less than a day left or when a host is asked for
     * that it does not name. Always named are {@code localhost}, {@code *.localhost}, {@code api.github.com},
     * {@code 127.0.0.1} and {@code ::1}. (Clients that use OpenSSL take no {@code *.localhost}.)
     *
     * @param directory where {@code tls-cert.pem} and {@code tls-key.pem} (for its owner only) are kept; made when
     *     absent
     * @param hosts further names and addresses that clients use
     * @param clock the machine's; certificates are valid by it
     * @throws IllegalArgumentException when one of the hosts is none, or when no certificate could be made or kept: one
     *     sentence
     */
    public static TlsIdentity kept(Path directory, Collection<String> hosts, Clock clock) {
        CertificateNames names = CertificateNames.with(hosts);
        try {
            return new StoredCertificate(directory, clock).identity(names);
        } catch (IOException e) {
            // The message of a FileSystemException is a mere path.
            String why = e instanceof FileSystemException ? e.toString() : e.getMessage();
            throw new IllegalArgumentException("no certificate could be made in " + directory + ": " + why, e);
        }
    }

    /** The certificate and those above it, as PEM: what a client is to trust. */
    public String pem() {
        return String.join("", chain.stream().map(TlsIdentity::pem).toList());
    }

    private static String pem(X509Certificate certificate) {
        try {
            return Pem.of("CERTIFICATE", certificate.getEncoded()).text();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key as PEM, PKCS#8. */
    String keyPem() {
        return Pem.of("PRIVATE KEY", key.getEncoded()).text();
    }

    X509Certificate certificate() {
        return chain.get(0);
    }

    /**
     * Returns a context that shows this identity, whatever name a client asks for.
     *
     * @throws IllegalStateException if this Java cannot serve TLS with the certificate
     */
    public SSLContext context() {
        try {
            char[] none = {};
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, none);
            store.setKeyEntry("server", key, none, chain.toArray(X509Certificate[]::new));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, none);
            SSLContext context = SSLContext.getInstance("TLS");
            // Clients show no certificates, so none are trusted; null would load those of Java.
            context.init(keys.getKeyManagers(), new TrustManager[0], null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java cannot serve TLS with the certificate", e);
        }
    }
}
