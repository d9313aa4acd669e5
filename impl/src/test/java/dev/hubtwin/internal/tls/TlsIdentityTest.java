package dev.hubtwin.internal.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class TlsIdentityTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @TempDir
    private static Path made;

    private static TestCertificates rsa;
    private static TestCertificates ec;

    @TempDir
    private Path directory;

    @BeforeAll
    static void make() throws Exception {
        rsa = TestCertificates.bySelf(made, "-keyalg", "RSA", "-keysize", "2048");
        // Not the curve that a Java takes by itself: it must come from the certificate.
        ec = TestCertificates.bySelf(made, "-keyalg", "EC", "-groupname", "secp384r1");
    }

    // --- given ---

    static Stream<TestCertificates> kinds() {
        return Stream.of(rsa, ec);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aKeyIsReadInBothForms(TestCertificates one) throws Exception {
        Path certificates = file("cert.pem", one.chainPem());
        assertEquals(
                one.chainPem(),
                TlsIdentity.given(certificates, file("key.pem", one.keyPem())).pem());
        assertEquals(
                one.keyPem(),
                TlsIdentity.given(certificates, file("old.pem", one.oldKeyPem()))
                        .keyPem());
    }

    @Test
    void aKeyOnP384IsReadAsOpenSslWritesIt() throws Exception {
        byte[] bare = ec.oldKey();
        byte[] point = ec.chain().get(0).getPublicKey().getEncoded();
        byte[] full = HexFormat.of()
                .parseHex("3081a4"
                        // Version and key, then what Java leaves out: the curve and the public key.
                        + HexFormat.of().formatHex(bare, 2, bare.length)
                        + "a00706052b81040022" + "a164036200"
                        + HexFormat.of().formatHex(point, point.length - 97, point.length));
        Path key = file("key.pem", Pem.of("EC PRIVATE KEY", full).text());
        assertEquals(
                ec.chainPem(),
                TlsIdentity.given(file("cert.pem", ec.chainPem()), key).pem());
    }

    @Test
    void oneFileMayHoldBothAmongOtherThings() throws Exception {
        String parameters = Pem.of("EC PARAMETERS", new byte[] {6, 5, 43, (byte) 129, 4, 0, 34})
                .text();
        Path both = file("both.pem", "subject=CN - me\r\n" + parameters + ec.oldKeyPem() + "é\n" + ec.chainPem());
        assertEquals(ec.chainPem(), TlsIdentity.given(both, both).pem());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aKeyOfAnotherCertificateIsRefused(TestCertificates one) throws Exception {
        TestCertificates other =
                TestCertificates.bySelf(directory, "-keyalg", one.key().getAlgorithm());
        assertEquals(
                "the private key in KEY is not the one of the certificate in CERT",
                refusal(one.chainPem(), other.keyPem()));
    }

    @Test
    void aKeyOfAnotherKindIsRefused() throws Exception {
        String refused = "KEY does not hold the RSA key that the certificate in CERT needs, or it cannot be read";
        assertEquals(refused, refusal(rsa.chainPem(), ec.keyPem()));
        assertEquals(refused, refusal(rsa.chainPem(), ec.oldKeyPem()));
        assertEquals(
                refused,
                refusal(rsa.chainPem(), Pem.of("PRIVATE KEY", new byte[70_000]).text()));
        assertEquals(refused, refusal(rsa.chainPem(), "-----BEGIN PRIVATE KEY-----\nA\n-----END PRIVATE KEY-----"));
    }

    @Test
    void anEncryptedKeyIsRefused() throws Exception {
        String refused = "the private key in KEY is encrypted; it is needed without a passphrase";
        assertEquals(
                refused,
                refusal(
                        rsa.chainPem(),
                        Pem.of("ENCRYPTED PRIVATE KEY", rsa.oldKey()).text()));
        assertEquals(
                refused,
                refusal(
                        rsa.chainPem(),
                        rsa.oldKeyPem()
                                .replace(
                                        "KEY-----\nMII",
                                        "KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,0011\n\nMII")));
    }

    @Test
    void whatIsNoPemIsRefused() throws Exception {
        assertEquals("CERT holds no certificate in PEM", refusal(rsa.keyPem(), rsa.keyPem()));
        assertEquals("CERT holds no certificate in PEM", refusal("\0\u00ff", rsa.keyPem()));
        assertEquals(
                "CERT holds a certificate that cannot be read",
                refusal(Pem.of("CERTIFICATE", new byte[9]).text(), rsa.keyPem()));
        assertEquals(
                "CERT holds a certificate that cannot be read",
                refusal("-----BEGIN CERTIFICATE-----\nA\n-----END CERTIFICATE-----\n", rsa.keyPem()));
        assertEquals("KEY holds no private key in PEM", refusal(rsa.chainPem(), rsa.chainPem()));
    }

    @Test
    void aFileThatCannotBeReadIsSaid() throws Exception {
        Path absent = directory.resolve("absent.pem");
        assertEquals(
                "there is no file " + absent,
                assertThrows(IllegalArgumentException.class, () -> TlsIdentity.given(absent, absent))
                        .getMessage());
        String said = assertThrows(IllegalArgumentException.class, () -> TlsIdentity.given(directory, absent))
                .getMessage();
        assertTrue(said.startsWith(directory + " cannot be read: "), said);
    }

    @Test
    void aKeyOfAKindThatCannotBeServedIsRefused() throws Exception {
        TestCertificates other = TestCertificates.bySelf(directory, "-keyalg", "Ed25519");
        assertTrue(refusal(other.chainPem(), other.keyPem()).endsWith("RSA and EC can be served"));
    }

    @Test
    void certificatesWithoutOrderAreRefused() throws Exception {
        String refused = refusal(ec.chainPem() + rsa.chainPem(), ec.keyPem());
        assertTrue(refused.startsWith("the certificates in CERT are not a chain: "), refused);
    }

    @Test
    void aCertificateThatStandsTwiceCountsOnce() throws Exception {
        Path twice = file("cert.pem", ec.chainPem() + ec.chainPem());
        assertEquals(
                ec.chainPem(),
                TlsIdentity.given(twice, file("key.pem", ec.keyPem())).pem());
    }

    private String refusal(String certificates, String key) throws IOException {
        Path certFile = file("given-cert.pem", certificates);
        Path keyFile = file("given-key.pem", key);
        return assertThrows(IllegalArgumentException.class, () -> TlsIdentity.given(certFile, keyFile))
                .getMessage()
                .replace(certFile.toString(), "CERT")
                .replace(keyFile.toString(), "KEY");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text, ISO_8859_1);
    }

    // --- kept ---

    private TlsIdentity kept(Instant now, String... hosts) {
        return TlsIdentity.kept(directory.resolve("kept"), List.of(hosts), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Set<String> names(TlsIdentity tls) throws Exception {
        X509Certificate certificate =
                (X509Certificate) TestCertificates.certificates(tls.pem()).get(0);
        return certificate.getSubjectAlternativeNames().stream()
                .map(name -> (String) name.get(1))
                .collect(Collectors.toSet());
    }

    @Test
    void whatIsMadeIsKeptForItsOwnerOnly() throws Exception {
        TlsIdentity first = kept(NOW);
        assertEquals(first.pem(), kept(NOW).pem());
        assertEquals(first.keyPem(), kept(NOW).keyPem());
        Path kept = directory.resolve("kept");
        assertEquals(first.pem(), Files.readString(kept.resolve("tls-cert.pem")));
        assertEquals(
                PosixFilePermissions.fromString("rw-------"),
                Files.getPosixFilePermissions(kept.resolve("tls-key.pem")));
        try (Stream<Path> files = Files.list(kept)) {
            assertEquals(
                    Set.of("tls-cert.pem", "tls-key.pem", "tls.lock"),
                    files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
        }
    }

    @Test
    void itNamesWhatClientsUse() throws Exception {
        assertEquals(
                Set.of("localhost", "*.localhost", "api.github.com", "127.0.0.1", "0:0:0:0:0:0:0:1"),
                names(kept(NOW, "127.0.0.1", "LOCALHOST", "0.0.0.0", "::", "[::1]")));
    }

    @Test
    void anotherHostIsAddedToThoseBefore() throws Exception {
        TlsIdentity before = kept(NOW, "one.example");
        TlsIdentity after = kept(NOW, "fe80::1%eth0");
        assertNotEquals(before.pem(), after.pem());
        assertTrue(names(after).containsAll(Set.of("one.example", "fe80:0:0:0:0:0:0:1", "localhost")));
        assertEquals(after.pem(), kept(NOW, "one.example", "fe80::1%eth0").pem());
    }

    @ParameterizedTest
    @ValueSource(strings = {"my_host", "a,b", "", "a:b", "1.2.3.4.5", "*"})
    void whatIsNoHostIsRefused(String host) {
        assertEquals(
                "a certificate cannot be made for the host '" + host + "'",
                assertThrows(IllegalArgumentException.class, () -> kept(NOW, host))
                        .getMessage());
    }

    @Tag("slow")
    @Test
    void itIsMadeAnewADayBeforeItEnds() throws Exception {
        TlsIdentity first = kept(NOW.minus(Duration.ofDays(1700)));
        Instant end = first.certificate().getNotAfter().toInstant();
        assertEquals(NOW.minus(Duration.ofDays(901)), end);
        assertEquals(first.pem(), kept(end.minus(Duration.ofHours(25))).pem());
        TlsIdentity second = kept(end.minus(Duration.ofHours(23)));
        assertNotEquals(first.pem(), second.pem());
        TlsIdentity third = kept(NOW);
        assertNotEquals(second.pem(), third.pem());
        assertNotEquals(
                second.certificate().getSubjectX500Principal(),
                third.certificate().getSubjectX500Principal());
        third.certificate().checkValidity();
    }

    @Tag("slow")
    @Test
    void itIsMadeAnewWhenItIsNotValidYet() {
        TlsIdentity first = kept(NOW);
        assertEquals(first.pem(), kept(NOW.minus(Duration.ofHours(23))).pem());
        assertNotEquals(first.pem(), kept(NOW.minus(Duration.ofHours(25))).pem());
    }

    @Tag("slow")
    @Test
    void itIsMadeAnewWhenWhatIsKeptIsBroken() throws Exception {
        TlsIdentity first = kept(NOW);
        Files.writeString(directory.resolve("kept/tls-key.pem"), ec.keyPem());
        TlsIdentity second = kept(NOW);
        assertNotEquals(first.pem(), second.pem());
        assertEquals(second.pem(), kept(NOW).pem());
    }

    @Test
    void thoseWhoStartTogetherAgree() throws InterruptedException, ExecutionException {
        ExecutorService starts = Executors.newFixedThreadPool(4);
        try {
            List<Future<String>> all =
                    starts.invokeAll(Collections.nCopies(4, () -> kept(NOW).pem()));
            for (Future<String> one : all) {
                assertEquals(all.get(0).get(), one.get());
            }
        } finally {
            starts.shutdown();
        }
    }

    @Test
    void aDirectoryThatCannotBeMadeIsSaid() throws IOException {
        Path file = Files.writeString(directory.resolve("kept"), "no directory");
        String said =
                assertThrows(IllegalArgumentException.class, () -> kept(NOW)).getMessage();
        assertTrue(said.startsWith("no certificate could be made in " + file + ": "), said);
        assertTrue(said.contains("FileAlreadyExists"), said);
    }

    @Test
    void whatKeytoolSaysIsPassedOn() {
        String said = assertThrows(IllegalArgumentException.class, () -> kept(NOW, "a..b"))
                .getMessage();
        assertTrue(said.contains("keytool error: "), said);
        assertFalse(Files.exists(directory.resolve("kept/tls-key.pem")));
    }
}
