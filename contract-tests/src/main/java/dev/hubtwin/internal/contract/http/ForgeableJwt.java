package dev.hubtwin.internal.contract.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.client.PrivateKeys;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A JSON web token, made by hand: no library that the server might use too makes one wrong enough.
 *
 * @param pem the private key that signs it
 * @param algorithm what the header says
 * @param claims the payload
 */
public record ForgeableJwt(String pem, String algorithm, Map<String, Object> claims) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, PrivateKey> KEYS = new ConcurrentHashMap<>();
    private static final Map<ForgeableJwt, String> TEXTS = new ConcurrentHashMap<>();
    private static final int STEP_SECONDS = 20;

    /** The token of an app as GitHub's guide makes it, signed with a key that stands beside {@code fixture.yaml}. */
    public static ForgeableJwt of(Object issuer, String key) {
        return signed(issuer, pem(key));
    }

    /** The token of an app as GitHub's guide makes it: from a minute ago until nearly ten minutes from now. */
    public static ForgeableJwt signed(Object issuer, String pem) {
        long now = Instant.now().getEpochSecond() / STEP_SECONDS * STEP_SECONDS;
        return new ForgeableJwt(pem, "RS256", Map.of("iat", now - 60, "exp", now + 600, "iss", issuer));
    }

    /** The one of the app that most scenarios are about. */
    public static ForgeableJwt pilot() {
        return of(4300, "first");
    }

    /** Returns this with another claim; null: without it. */
    public ForgeableJwt with(String claim, Object value) {
        Map<String, Object> others = new LinkedHashMap<>(claims);
        others.put(claim, value);
        others.values().removeIf(kept -> kept == null);
        return new ForgeableJwt(pem, algorithm, others);
    }

    /** Returns this from one moment to another, in seconds from now. */
    public ForgeableJwt from(long issued, long expires) {
        long now = Instant.now().getEpochSecond();
        return with("iat", now + issued).with("exp", now + expires);
    }

    /**
     * Returns this under another algorithm: {@code none} has no signature, {@code HS256} one by the public key as a
     * secret.
     */
    public ForgeableJwt under(String other) {
        return new ForgeableJwt(pem, other, claims);
    }

    /** The token, encoded; equal ones are signed once. */
    public String text() {
        return TEXTS.computeIfAbsent(this, ForgeableJwt::encoded);
    }

    private String encoded() {
        String start = part("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}") + "." + part(json());
        return start + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature(start.getBytes(UTF_8)));
    }

    private String json() {
        try {
            return JSON.writeValueAsString(claims);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] signature(byte[] start) {
        try {
            if (algorithm.equals("HS256")) {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(publicPem(pem).getBytes(UTF_8), "HmacSHA256"));
                return mac.doFinal(start);
            }
            if (algorithm.equals("none")) {
                return new byte[0];
            }
            Signature signature = Signature.getInstance(algorithm.equals("RS512") ? "SHA512withRSA" : "SHA256withRSA");
            signature.initSign(key(pem));
            signature.update(start);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One of the parts that dots divide. */
    public static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    /** The private key of that name as PKCS#8. */
    public static String pem(String name) {
        try (InputStream in = ForgeableJwt.class.getResourceAsStream("key-" + name + ".pem")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The private key that a text is, as PKCS#8 or, as GitHub gives it, as PKCS#1.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static PrivateKey key(String pem) {
        return KEYS.computeIfAbsent(pem, PrivateKeys::read);
    }

    private static String publicPem(String pem) throws GeneralSecurityException {
        RSAPrivateCrtKey secret = (RSAPrivateCrtKey) key(pem);
        BigInteger modulus = secret.getModulus();
        PublicKey known =
                KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, secret.getPublicExponent()));
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(known.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }
}
