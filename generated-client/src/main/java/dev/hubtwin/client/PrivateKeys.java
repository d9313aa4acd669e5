package dev.hubtwin.client;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the key that GitHub gives to an app. */
public final class PrivateKeys {

    private static final Pattern BLOCK = Pattern.compile(
            "\\s*-----BEGIN (RSA )?PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END (RSA )?PRIVATE KEY-----\\s*");
    /** Version 0, RSA: what stands before a key of PKCS#1 in one of PKCS#8. */
    private static final byte[] BEFORE = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private PrivateKeys() {}

    /**
     * The RSA key that stands in PEM, as PKCS#1 or PKCS#8.
     *
     * @throws IllegalArgumentException if none does; the message quotes nothing of it
     */
    public static PrivateKey read(String pem) {
        Matcher block = BLOCK.matcher(pem);
        if (!block.matches()) {
            throw new IllegalArgumentException("this is not a key; expected a private RSA key in PEM");
        }
        try {
            byte[] content = Base64.getMimeDecoder().decode(block.group(2));
            byte[] pkcs8 = block.group(1) == null ? content : tagged(0x30, BEFORE, tagged(0x04, content));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("this is PEM, but no RSA key");
        }
    }

    /** In DER, with its length in two bytes, as keys have it. */
    private static byte[] tagged(int tag, byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer der =
                ByteBuffer.allocate(4 + length).put((byte) tag).put((byte) 0x82).putShort((short) length);
        for (byte[] part : parts) {
            der.put(part);
        }
        return der.array();
    }
}
