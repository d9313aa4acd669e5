package dev.hubtwin.internal.tls;

import dev.hubtwin.client.PrivateKeys;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;

/** A certificate chain and its key in two PEM files; one file may hold both. */
record PemFiles(Path certificates, Path key) {

    /** @throws IllegalArgumentException with one sentence that names the file */
    TlsIdentity read() {
        List<X509Certificate> chain = chain();
        PublicKey certified = chain.get(0).getPublicKey();
        PrivateKey secret = privateKey(certified);
        if (!belong(secret, certified)) {
            throw new IllegalArgumentException(
                    "the private key in " + key + " is not the one of the certificate in " + certificates);
        }
        return new TlsIdentity(chain, secret);
    }

    private List<X509Certificate> chain() {
        List<X509Certificate> chain = Pem.read(certificates).stream()
                .filter(block -> block.kind().equals("CERTIFICATE"))
                .map(this::certificate)
                .distinct()
                .toList();
        if (chain.isEmpty()) {
            throw new IllegalArgumentException(certificates + " holds no certificate in PEM");
        }
        for (int i = 1; i < chain.size(); i++) {
            if (!isIssuer(chain.get(i), chain.get(i - 1))) {
                throw new IllegalArgumentException(
                        "the certificates in " + certificates
                                + " are not a chain: the server's comes first, and each further one is the issuer of the one before");
            }
        }
        return chain;
    }

    private static boolean isIssuer(X509Certificate above, X509Certificate below) {
        try {
            below.verify(above.getPublicKey());
            return below.getIssuerX500Principal().equals(above.getSubjectX500Principal());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private X509Certificate certificate(Pem block) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(block.der()));
        } catch (CertificateException | IllegalArgumentException e) {
            throw new IllegalArgumentException(certificates + " holds a certificate that cannot be read", e);
        }
    }

    private PrivateKey privateKey(PublicKey certified) {
        Pem block = Pem.read(key).stream()
                .filter(Pem::isPrivateKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(key + " holds no private key in PEM"));
        if (block.isEncrypted()) {
            throw new IllegalArgumentException(
                    "the private key in " + key + " is encrypted; it is needed without a passphrase");
        }
        try {
            if (certified.getAlgorithm().equals("RSA")) {
                return PrivateKeys.read(block.text());
            }
            byte[] der = block.kind().equals("PRIVATE KEY") ? block.der() : Der.pkcs8(block.der(), certified);
            return KeyFactory.getInstance(certified.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    key + " does not hold the " + certified.getAlgorithm() + " key that the certificate in "
                            + certificates + " needs, or it cannot be read",
                    e);
        }
    }

    /** Whether what the one signs the other verifies. */
    private boolean belong(PrivateKey secret, PublicKey certified) {
        try {
            Signature signature = Signature.getInstance(signing(certified));
            signature.initSign(secret);
            byte[] signed = signature.sign();
            signature.initVerify(certified);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private String signing(PublicKey certified) {
        return switch (certified.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default ->
                throw new IllegalArgumentException("the certificate in " + certificates + " is for a key of the kind "
                        + certified.getAlgorithm() + "; RSA and EC can be served");
        };
    }
}
