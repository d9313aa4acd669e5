package dev.hubtwin.internal.contract.support;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;

/** The key of an app, and tokens signed with it as any client would: by the JDK alone. */
public record AppSigningKey(KeyPair pair) {

    /** A new key. */
    public static AppSigningKey fresh() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return new AppSigningKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The private key in PEM (PKCS#8), as a quoted text in YAML. */
    public String inYaml() {
        String body = Base64.getMimeEncoder()
                .encodeToString(pair.getPrivate().getEncoded())
                .replace("\r\n", "\\n");
        return "\"-----BEGIN PRIVATE KEY-----\\n" + body + "\\n-----END PRIVATE KEY-----\\n\"";
    }

    /** A JSON web token of the app, good for nine minutes. */
    public String token(long app, Instant now) {
        String claims = "{\"iat\":%d,\"exp\":%d,\"iss\":%d}"
                .formatted(now.getEpochSecond() - 30, now.getEpochSecond() + 540, app);
        return signed("{\"alg\":\"RS256\",\"typ\":\"JWT\"}", claims);
    }

    /** A JSON web token of any header and claims, which may be wrong; it is signed as RS256 says. */
    public String signed(String header, String claims) {
        String signed =
                encode(header.getBytes(StandardCharsets.UTF_8)) + "." + encode(claims.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Base64 for URLs, without padding. */
    public static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
