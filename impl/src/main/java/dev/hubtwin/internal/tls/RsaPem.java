package dev.hubtwin.internal.tls;

import dev.hubtwin.internal.world.app.AppKey;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** RSA keys in PEM, PKCS#1 or PKCS#8, private or public. */
public final class RsaPem {

    private static final Pattern BLOCK = Pattern.compile(
            "\\s*-----BEGIN (RSA PRIVATE|PRIVATE|RSA PUBLIC|PUBLIC) KEY-----\\s+([A-Za-z0-9+/=\\s]+)-----END \\1 KEY-----\\s*");
    private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
    private static final byte[] VERSION_0 = {0x02, 0x01, 0x00};

    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private RsaPem() {}

    /**
     * The key that stands in a text.
     *
     * @throws IllegalArgumentException if the text is no such key; its message says what was expected and quotes
     *     nothing
     */
    public static AppKey key(String text) {
        Matcher block = BLOCK.matcher(text);
        if (!block.matches()) {
            throw new IllegalArgumentException(
                    "this is no key; expected an RSA key in PEM, PKCS#1 or PKCS#8, private or public");
        }
        try {
            return new AppKey(
                    text, verifying(block.group(1), Base64.getMimeDecoder().decode(block.group(2))));
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
            throw new IllegalArgumentException("this is PEM, but no RSA key; expected one that OpenSSL would read");
        }
    }

    /** The private key of a pair as PKCS#1. */
    public static String pkcs1(KeyPair pair) {
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) pair.getPrivate();
        byte[][] numbers = Stream.of(
                        BigInteger.ZERO,
                        key.getModulus(),
                        key.getPublicExponent(),
                        key.getPrivateExponent(),
                        key.getPrimeP(),
                        key.getPrimeQ(),
                        key.getPrimeExponentP(),
                        key.getPrimeExponentQ(),
                        key.getCrtCoefficient())
                .map(number -> tagged(0x02, number.toByteArray()))
                .toArray(byte[][]::new);
        return "-----BEGIN RSA PRIVATE KEY-----\n" + LINES.encodeToString(sequence(numbers))
                + "\n-----END RSA PRIVATE KEY-----\n";
    }

    private static RSAPublicKey verifying(String kind, byte[] content) throws GeneralSecurityException {
        return switch (kind) {
            case "PUBLIC" -> publicKey(new X509EncodedKeySpec(content));
            case "RSA PUBLIC" -> publicKey(new X509EncodedKeySpec(sequence(RSA, bits(content))));
            case "PRIVATE" -> publicKey(new PKCS8EncodedKeySpec(content));
            default -> publicKey(new PKCS8EncodedKeySpec(sequence(VERSION_0, RSA, tagged(0x04, content))));
        };
    }

    private static RSAPublicKey publicKey(KeySpec spec) throws GeneralSecurityException {
        KeyFactory rsa = KeyFactory.getInstance("RSA");
        if (spec instanceof X509EncodedKeySpec) {
            return (RSAPublicKey) rsa.generatePublic(spec);
        }
        RSAPrivateCrtKey signing = (RSAPrivateCrtKey) rsa.generatePrivate(spec);
        BigInteger modulus = signing.getModulus();
        return (RSAPublicKey) rsa.generatePublic(new RSAPublicKeySpec(modulus, signing.getPublicExponent()));
    }

    private static byte[] bits(byte[] content) {
        byte[] unused = new byte[content.length + 1];
        System.arraycopy(content, 0, unused, 1, content.length);
        return tagged(0x03, unused);
    }

    private static byte[] sequence(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return tagged(0x30, all.toByteArray());
    }

    private static byte[] tagged(int tag, byte[] content) {
        ByteArrayOutputStream der = new ByteArrayOutputStream();
        der.write(tag);
        if (content.length < 0x80) {
            der.write(content.length);
        } else {
            byte[] length = BigInteger.valueOf(content.length).toByteArray();
            int zeros = length[0] == 0 ? 1 : 0;
            der.write(0x80 | (length.length - zeros));
            der.write(length, zeros, length.length - zeros);
        }
        der.writeBytes(content);
        return der.toByteArray();
    }
}
