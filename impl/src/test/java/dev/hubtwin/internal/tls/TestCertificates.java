package dev.hubtwin.internal.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A key and its certificates, made as an administrator would make them, and what a client does with them. */
public record TestCertificates(PrivateKey key, List<Certificate> chain) {

    private static final String NAMES = "san=dns:localhost,ip:127.0.0.1";

    /** A key of one kind ({@code -keyalg RSA}) with a certificate signed by itself. */
    public static TestCertificates bySelf(Path directory, String... kind) throws Exception {
        Path store = Files.createTempDirectory(directory, "made").resolve("store.p12");
        generate(store, "server", kind, "-ext", NAMES);
        return from(store);
    }

    /** A key with a certificate signed by an authority, whose own stands beside it. */
    public static TestCertificates byAuthority(Path directory) throws Exception {
        Path store = Files.createTempDirectory(directory, "made").resolve("store.p12");
        String[] kind = {"-keyalg", "EC"};
        generate(store, "authority", kind, "-ext", "bc=ca:true");
        generate(store, "server", kind, "-ext", NAMES, "-signer", "authority");
        return from(store);
    }

    private static void generate(Path store, String alias, String[] kind, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC",
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                "CN=" + alias,
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit"));
        command.addAll(List.of(kind));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS"));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }

    private static TestCertificates from(Path store) throws IOException, GeneralSecurityException {
        KeyStore made = KeyStore.getInstance("PKCS12");
        char[] password = "changeit".toCharArray();
        try (InputStream in = Files.newInputStream(store)) {
            made.load(in, password);
        }
        return new TestCertificates(
                (PrivateKey) made.getKey("server", password), List.of(made.getCertificateChain("server")));
    }

    public String chainPem() throws GeneralSecurityException {
        StringBuilder pem = new StringBuilder();
        for (Certificate certificate : chain) {
            pem.append(Pem.of("CERTIFICATE", certificate.getEncoded()).text());
        }
        return pem.toString();
    }

    public String keyPem() {
        return Pem.of("PRIVATE KEY", key.getEncoded()).text();
    }

    /** PKCS#1 or SEC 1: what PKCS#8 wraps in an octet string, after a version and an algorithm. */
    public String oldKeyPem() {
        return Pem.of(key.getAlgorithm() + " PRIVATE KEY", oldKey()).text();
    }

    byte[] oldKey() {
        byte[] pkcs8 = key.getEncoded();
        int at = content(pkcs8, 0);
        int version = end(pkcs8, at);
        int algorithm = end(pkcs8, version);
        return Arrays.copyOfRange(pkcs8, content(pkcs8, algorithm), end(pkcs8, algorithm));
    }

    private static int content(byte[] der, int at) {
        return at + 2 + (der[at + 1] >= 0 ? 0 : der[at + 1] & 0x7f);
    }

    private static int end(byte[] der, int at) {
        int length = 0;
        for (int i = at + 2; i < content(der, at); i++) {
            length = length << 8 | der[i] & 0xff;
        }
        return content(der, at) + (der[at + 1] >= 0 ? der[at + 1] : length);
    }

    /** What a client has that trusts exactly these certificates. */
    public static SSLContext trusting(String pem) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        for (Certificate certificate : certificates(pem)) {
            trusted.setCertificateEntry("trusted-" + trusted.size(), certificate);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    static List<Certificate> certificates(String pem) throws GeneralSecurityException {
        byte[] text = pem.getBytes(StandardCharsets.US_ASCII);
        return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(text)).stream()
                .collect(Collectors.toList());
    }
}
