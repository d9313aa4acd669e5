package dev.hubtwin.internal.contract.support;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;

/** The key of an app, and tokens signed with it as any client would: by the JDK alone. */
record AppSigningKey(KeyPair pair) {

    /** A new key. */
    static AppSigningKey fresh() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return new AppSigningKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The private key in PEM (PKCS#8), as a quoted text in YAML. */
    String inYaml() {
        String body = Base64.getMimeEncoder()
                .encodeToString(pair.getPrivate().getEncoded())
                .replace("\r\n", "\\n");
        return "\"-----BEGIN PRIVATE KEY-----\\n" + body + "\\n-----END PRIVATE KEY-----\\n\"";
    }

    /** A JSON web token of the app, good for nine minutes. */
    String token(long app, Instant now) {
        String claims = "{\"iat\":%d,\"exp\":%d,\"iss\":%d}"
                .formatted(now.getEpochSecond() - 30, now.getEpochSecond() + 540, app);
        String signed = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + encode(claims.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
