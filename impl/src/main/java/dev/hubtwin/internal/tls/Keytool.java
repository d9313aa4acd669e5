package dev.hubtwin.internal.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Makes certificates with the {@code keytool} of the running Java.
 *
 * <p>The Java library has no public way to make one. keytool belongs to {@code java.base}, so every Java brings it; a
 * second of another process, once in two years, is less to carry than eight megabytes of a library or an encoder of our
 * own.
 */
final class Keytool {

    private static final int DAYS = 800;
    private static final long SECONDS_TO_WAIT = 60;
    private static final String ALIAS = "hubtwin";
    /** No secret: the key store lives for a second in a directory that only its owner may enter. */
    private static final String PASSWORD = "hubtwin";

    private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss", Locale.ROOT);

    private final Path directory;

    /** @param directory where it may leave files; nobody else may look into it */
    Keytool(Path directory) {
        this.directory = directory;
    }

    /**
     * A new key on P-256 and its self-signed certificate, for servers only, valid for 800 days: some clients take none
     * that is valid for longer than 825.
     *
     * @throws IOException with what keytool said, when it failed or took longer than a minute
     */
    TlsIdentity make(CertificateNames names, Instant from) throws IOException {
        Path store = directory.resolve("made.p12");
        run(command(names, from, store));
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore made = KeyStore.getInstance("PKCS12");
            made.load(in, PASSWORD.toCharArray());
            PrivateKey key = (PrivateKey) made.getKey(ALIAS, PASSWORD.toCharArray());
            return new TlsIdentity(List.of((X509Certificate) made.getCertificate(ALIAS)), key);
        } catch (GeneralSecurityException e) {
            throw new IOException("what keytool made cannot be read", e);
        }
    }

    private static List<String> command(CertificateNames names, Instant from, Path store) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                // Dates and messages are the same wherever it runs.
                "-J-Duser.language=en",
                "-J-Duser.country=US",
                "-J-Duser.timezone=UTC",
                // It lives for a moment.
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC",
                "-genkeypair",
                "-alias",
                ALIAS,
                // Each has a name of its own: OpenSSL may not find one among those of the same name that a client
                // trusts.
                "-dname",
                "CN=Hubtwin " + from,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-sigalg",
                "SHA256withECDSA",
                "-startdate",
                START.format(from.atOffset(ZoneOffset.UTC)),
                "-validity",
                String.valueOf(DAYS),
                "-ext",
                "san=" + String.join(",", names.entries()),
                "-ext",
                "ku:critical=digitalSignature",
                "-ext",
                "eku=serverAuth",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD);
    }

    private void run(List<String> command) throws IOException {
        Path said = directory.resolve("said.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        // What is meant for this process, a debugger's port above all, would be taken by that one too.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS"));
        Process process = builder.start();
        process.getOutputStream().close();
        if (!ended(process)) {
            throw new IOException("keytool did not end within " + SECONDS_TO_WAIT + " seconds");
        }
        if (process.exitValue() != 0) {
            String reason = Files.readString(said).strip().replaceAll("\\s+", " ");
            // On a full disk keytool cannot even say so.
            throw new IOException(reason.isEmpty() ? "keytool could not write there; the disk may be full" : reason);
        }
    }

    private static boolean ended(Process process) throws IOException {
        try {
            return process.waitFor(SECONDS_TO_WAIT, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while keytool worked", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
