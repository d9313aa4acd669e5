package dev.hubtwin.internal.tls;

import dev.hubtwin.client.PrivateKeys;
import dev.hubtwin.internal.world.app.AppKey;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.stream.Stream;

/** Reads and writes RSA keys in PEM, PKCS#1 or PKCS#8, private or public. */
public final class RsaPem {

    private RsaPem() {}

    /**
     * Returns the key that a text contains and nothing else.
     *
     * @throws IllegalArgumentException if the text is not such a key; the message says what was expected and quotes
     *     nothing
     */
    public static AppKey key(String text) {
        Pem block = Pem.only(text)
                .filter(pem -> pem.kind().matches("(RSA )?(PRIVATE|PUBLIC) KEY"))
                .orElseThrow(() -> new IllegalArgumentException(
                        "this is not a key; expected an RSA key in PEM, PKCS#1 or PKCS#8, private or public"));
        try {
            return new AppKey(text, block.isPrivateKey() ? publicKeyOf(text) : publicKey(block));
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
            throw new IllegalArgumentException("this is PEM, but not an RSA key; expected one that OpenSSL would read");
        }
    }

    private static RSAPublicKey publicKeyOf(String privateKey) throws GeneralSecurityException {
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) PrivateKeys.read(privateKey);
        return (RSAPublicKey) KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
    }

    private static RSAPublicKey publicKey(Pem block) throws GeneralSecurityException {
        byte[] der = block.kind().startsWith("RSA ") ? Der.subjectPublicKeyInfo(block.der()) : block.der();
        return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
    }

    /** Returns the private RSA key of a pair in PEM, as PKCS#1. */
    public static String pkcs1(KeyPair pair) {
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) pair.getPrivate();
        byte[] der = Der.integers(Stream.of(
                BigInteger.ZERO,
                key.getModulus(),
                key.getPublicExponent(),
                key.getPrivateExponent(),
                key.getPrimeP(),
                key.getPrimeQ(),
                key.getPrimeExponentP(),
                key.getPrimeExponentQ(),
                key.getCrtCoefficient()));
        return Pem.of("RSA PRIVATE KEY", der).text();
    }
}
