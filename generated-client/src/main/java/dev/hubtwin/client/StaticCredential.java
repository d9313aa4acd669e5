package dev.hubtwin.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** A header that stays the same. Its printed form does not show it. */
record StaticCredential(Optional<String> authorization) implements Credential {

    static final StaticCredential ANONYMOUS = new StaticCredential(Optional.empty());

    static StaticCredential bearer(String token) {
        if (token.isBlank()) {
            throw new IllegalArgumentException("the token is empty");
        }
        return new StaticCredential(Optional.of("Bearer " + token.strip()));
    }

    static StaticCredential basic(String name, String password) {
        byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new StaticCredential(Optional.of("Basic " + Base64.getEncoder().encodeToString(pair)));
    }

    /** Returns a name for a header by which answers to it are told from those to others. */
    static String digest(Optional<String> authorization) {
        try {
            byte[] text = authorization.orElse("").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return authorization.isPresent() ? "a credential" : "no credential";
    }
}
