package dev.hubtwin.internal.tls;

import java.io.ByteArrayOutputStream;
import java.security.PublicKey;
import java.util.Arrays;

/** As much of the encoding of keys as Java leaves to its users. */
final class Der {

    private static final byte[] VERSION_0 = {2, 1, 0};
    private static final int OCTETS = 0x04;
    private static final int SEQUENCE = 0x30;

    private Der() {}

    /**
     * Makes PKCS#8 of the older forms, PKCS#1 for RSA and SEC 1 for EC. Those leave out which algorithm (and curve) the
     * key is for, with which PKCS#8 begins; the public key begins with the same.
     */
    static byte[] pkcs8(byte[] bareKey, PublicKey certified) {
        return wrap(SEQUENCE, VERSION_0, algorithm(certified.getEncoded()), wrap(OCTETS, bareKey));
    }

    /** The first element of a sequence of two; it is always short. */
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

    /** In as few bytes as it takes, as DER demands; no key has more than 64 KiB. */
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
