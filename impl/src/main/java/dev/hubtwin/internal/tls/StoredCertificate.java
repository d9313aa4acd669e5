package dev.hubtwin.internal.tls;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The identity that was made at an earlier start, as {@code tls-cert.pem} and {@code tls-key.pem} in a directory. */
record StoredCertificate(Path directory, Clock clock) {

    private static final Duration LEFT_TO_BE_OF_USE = Duration.ofDays(1);
    /** The clock of a client may be behind ours. */
    private static final Duration BEFORE_NOW = Duration.ofDays(1);

    /** The kept identity when it is of use for these names, else one made anew and kept in its place. */
    TlsIdentity identity(CertificateNames names) throws IOException {
        Optional<TlsIdentity> kept = ofUse(names);
        return kept.isPresent() ? kept.get() : oneAtATime(names);
    }

    private Optional<TlsIdentity> ofUse(CertificateNames names) {
        return kept().filter(tls -> isOfUse(tls.certificate(), names));
    }

    private Optional<TlsIdentity> kept() {
        try {
            return Optional.of(files().read());
        } catch (IllegalArgumentException e) {
            // None yet, or half of one: it is made anew.
            return Optional.empty();
        }
    }

    private PemFiles files() {
        return new PemFiles(directory.resolve("tls-cert.pem"), directory.resolve("tls-key.pem"));
    }

    private boolean isOfUse(X509Certificate certificate, CertificateNames names) {
        Instant now = clock.instant();
        return now.plus(LEFT_TO_BE_OF_USE).isBefore(certificate.getNotAfter().toInstant())
                && !now.isBefore(certificate.getNotBefore().toInstant())
                && CertificateNames.of(certificate).containsAll(names);
    }

    /** Twins that start together agree on one: who waited looks again. The lock of a file is between processes only. */
    @SuppressWarnings("try") // the lock is held, not used
    private TlsIdentity oneAtATime(CertificateNames names) throws IOException {
        synchronized (StoredCertificate.class) {
            Files.createDirectories(directory);
            try (FileChannel file = FileChannel.open(
                            directory.resolve("tls.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = file.lock()) {
                Optional<TlsIdentity> kept = ofUse(names);
                return kept.isPresent() ? kept.get() : make(withKept(names));
            }
        }
    }

    /** What was asked for once stays named, or two hosts in turn would each end the trust in the other. */
    private CertificateNames withKept(CertificateNames names) {
        return kept().map(tls -> names.plus(CertificateNames.of(tls.certificate())))
                .orElse(names);
    }

    private TlsIdentity make(CertificateNames names) throws IOException {
        Path work = Files.createTempDirectory(directory, "tls-");
        try {
            TlsIdentity made = new Keytool(work).make(names, clock.instant().minus(BEFORE_NOW));
            // A temporary file is its owner's alone, from the beginning.
            Path key = Files.createTempFile(work, "key", ".pem");
            Files.writeString(key, made.keyPem());
            Files.move(key, files().key(), StandardCopyOption.ATOMIC_MOVE);
            Files.writeString(files().certificates(), made.pem());
            return made;
        } finally {
            delete(work);
        }
    }

    private static void delete(Path work) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(work)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(work);
    }
}
