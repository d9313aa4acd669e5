package dev.hubtwin.internal.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;

/** Encodes as much of keys in DER as Java leaves to its users. */
final class Der {

    private static final byte[] VERSION_0 = {2, 1, 0};
    private static final byte[] RSA_ALGORITHM = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
    private static final int INTEGER = 0x02;
    private static final int BITS = 0x03;
    private static final int OCTETS = 0x04;
    private static final int SEQUENCE = 0x30;

    private Der() {}

    /**
     * Returns an EC key of the older form, SEC 1, as PKCS#8. The older form leaves out the algorithm and the curve,
     * with which PKCS#8 begins; the public key begins with the same.
     */
    static byte[] pkcs8(byte[] sec1, PublicKey publicKey) {
        return wrap(SEQUENCE, VERSION_0, algorithm(publicKey.getEncoded()), wrap(OCTETS, sec1));
    }

    /** Returns a public RSA key of the older form, PKCS#1, as X.509 has it. */
    static byte[] subjectPublicKeyInfo(byte[] pkcs1) {
        byte[] unusedBits = {0};
        return wrap(SEQUENCE, RSA_ALGORITHM, wrap(BITS, unusedBits, pkcs1));
    }

    /** Returns a sequence of integers. */
    static byte[] integers(Stream<BigInteger> values) {
        return wrap(
                SEQUENCE,
                values.map(value -> wrap(INTEGER, value.toByteArray())).toArray(byte[][]::new));
    }

    /** Returns the first element of a sequence of two; it is always short. */
    private static byte[] algorithm(byte[] publicKey) {
        int start = publicKey[1] >= 0 ? 2 : 2 + (publicKey[1] & 0x7f);
        return Arrays.copyOfRange(publicKey, start, start + 2 + publicKey[start + 1]);
    }

    private static byte[] wrap(int tag, byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        out.write(tag);
        writeLength(length, out);
        Arrays.stream(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }

    /** Writes a length in as few bytes as it takes, as DER demands; no key has more than 64 KiB. */
    private static void writeLength(int length, ByteArrayOutputStream out) {
        if (length >= 0x100) {
            out.write(0x82);
            out.write(length >> 8);
        } else if (length >= 0x80) {
            out.write(0x81);
        }
        out.write(length);
    }
}
