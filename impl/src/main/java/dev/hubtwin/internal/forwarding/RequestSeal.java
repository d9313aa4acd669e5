package dev.hubtwin.internal.forwarding;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * What authenticates a forwarded request, and the answer to it: a header of each. That of the request is judged before
 * anything of its body is read, and says how long the {@link ForwardedHead} is that the body begins with.
 *
 * @param nonce drawn for one request; the answer is signed with it
 * @param length how many bytes the head has
 * @param digest their hash
 */
public record RequestSeal(String nonce, int length, String digest) {

    /** The header of a forwarded request, and of the answer to it. */
    public static final String HEADER = "Hubtwin-Forwarded";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int WORDS = 4;
    private static final int MOST = 1 << 24;

    /** Returns a new seal of a head. */
    public static RequestSeal of(byte[] head) {
        byte[] nonce = new byte[16];
        RANDOM.nextBytes(nonce);
        return new RequestSeal(encode(nonce), head.length, digest(head));
    }

    /** Reads the header of a request; empty if nobody with the key wrote it. */
    public static Optional<RequestSeal> read(String header, ForwardingKey key) {
        String[] words = header == null ? new String[0] : header.split(" ", -1);
        if (words.length != WORDS || !key.isSignature(words[3], words[0], words[1], words[2])) {
            return Optional.empty();
        }
        return Optional.of(new RequestSeal(words[0], Integer.parseInt(words[1]), words[2]))
                .filter(seal -> seal.length <= MOST);
    }

    /** Returns the header of the request. */
    public String header(ForwardingKey key) {
        String size = String.valueOf(length);
        return String.join(" ", nonce, size, digest, key.sign(nonce, size, digest));
    }

    /** Whether it is the seal of a head. */
    public boolean isOf(byte[] head) {
        return digest.equals(digest(head));
    }

    /** Returns the header of an answer. */
    public String reply(OwnerReply reply, ForwardingKey key) {
        return reply + " " + key.sign(nonce, reply.name());
    }

    /** Reads the header of an answer; empty if whoever answers does not know the key. */
    public Optional<OwnerReply> reply(String header, ForwardingKey key) {
        for (OwnerReply reply : OwnerReply.values()) {
            String start = reply + " ";
            if (header != null
                    && header.startsWith(start)
                    && key.isSignature(header.substring(start.length()), nonce, reply.name())) {
                return Optional.of(reply);
            }
        }
        return Optional.empty();
    }

    private static String digest(byte[] head) {
        try {
            return encode(MessageDigest.getInstance("SHA-256").digest(head));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
