package dev.hubtwin.internal.contract.hostile;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hubtwin.internal.contract.support.AppSigningKey;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import java.util.function.BiFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The kinds of JSON web token that an app did not sign, or that are good for nothing though it did. */
enum ForgedToken {
    NO_ALGORITHM((random, key) -> part("{\"alg\":\""
                    + of(random, "none", "None", "NONE", "nOnE", "", "null", " none", "RS256 ", "rs256")
                    + "\",\"typ\":\"JWT\"}")
            + "." + part(claims())
            + of(random, ".", "", "." + signature(random), "." + signature(key.token(4242, Instant.now())))),
    PUBLIC_KEY_AS_SECRET((random, key) -> {
        String size = of(random, "256", "384", "512");
        String signed = part("{\"alg\":\"HS" + size + "\",\"typ\":\"JWT\"}") + "." + part(claims());
        return signed + "." + hmac("HmacSHA" + size, secret(random, key.pair().getPublic()), signed);
    }),
    ANOTHER_KEY((random, key) -> Other.KEY.signed(
            of(
                    random,
                    "{\"alg\":\"RS256\"}",
                    "{\"alg\":\"RS256\",\"kid\":\"4242\"}",
                    "{\"alg\":\"RS256\",\"kid\":\"../../etc/passwd\"}",
                    "{\"alg\":\"RS256\",\"kid\":\"' or 1=1 --\"}",
                    "{\"alg\":\"RS256\",\"jku\":\"http://127.0.0.1:1/keys\"}",
                    "{\"alg\":\"RS256\",\"x5u\":\"http://127.0.0.1:1/cert\"}",
                    "{\"alg\":\"RS256\",\"jwk\":" + jwk(Other.KEY.pair().getPublic()) + "}"),
            claims())),
    ANOTHER_ALGORITHM((random, key) -> key.signed(
            "{\"alg\":\""
                    + of(
                            random,
                            "RS384",
                            "RS512",
                            "PS256",
                            "PS512",
                            "ES256",
                            "EdDSA",
                            "HS256",
                            "RSA-OAEP",
                            "A",
                            "\\u0000")
                    + "\"}",
            claims())),
    CRITICAL((random, key) -> key.signed(
            of(
                    random,
                    "{\"alg\":\"RS256\",\"crit\":[\"exp\"]}",
                    "{\"alg\":\"RS256\",\"crit\":[\"b64\"],\"b64\":false}",
                    "{\"alg\":\"RS256\",\"crit\":[\"x\"],\"x\":1}",
                    "{\"alg\":[\"RS256\"]}",
                    "{\"alg\":null}",
                    "{}",
                    "[]",
                    "null",
                    "\"RS256\"",
                    ""),
            claims())),
    TAMPERED((random, key) -> {
        String good = key.token(4242, Instant.now());
        String[] parts = good.split("\\.");
        return switch (random.nextInt(7)) {
            case 0 -> parts[0] + "." + part(claims().replace("4242", "\"Iv1.able\"")) + "." + parts[2];
            case 1 -> part("{\"alg\":\"RS256\",\"x\":" + random.nextInt() + "}") + "." + parts[1] + "." + parts[2];
            case 2 -> parts[0] + "." + parts[1] + ".";
            case 3 -> parts[0] + "." + parts[1] + "." + signature(random);
            case 4 -> good.substring(0, good.length() - 1 - random.nextInt(200));
            case 5 -> good + "." + parts[2];
            default -> parts[0] + "." + parts[1] + "." + parts[2] + word(random, 1 + random.nextInt(20));
        };
    }),
    WRONG_TIMES((random, key) -> {
        long now = Instant.now().getEpochSecond();
        String exp = of(
                random,
                "\"" + (now + 300) + "\"",
                Long.toString(now - 61 - random.nextInt(9_999)),
                Long.toString(now + 700 + random.nextInt(9_999)),
                "9223372036854775807",
                "-9223372036854775808",
                "99999999999999999999999",
                "1e400",
                "-1",
                "0",
                "null",
                "true",
                "[" + (now + 300) + "]",
                "{\"a\":1}");
        String iat = random.nextBoolean()
                ? Long.toString(now - 30)
                : of(
                        random,
                        "\"" + now + "\"",
                        Long.toString(now + 3_600),
                        "9223372036854775807",
                        "null",
                        "[]",
                        "1e400");
        return key.signed("{\"alg\":\"RS256\"}", "{\"iat\":" + iat + ",\"exp\":" + exp + ",\"iss\":4242}");
    }),
    WRONG_ISSUERS((random, key) -> key.signed(
            "{\"alg\":\"RS256\"}",
            claims().replace(
                            "4242",
                            of(
                                    random,
                                    "null",
                                    "\"\"",
                                    "\" \"",
                                    "[4242]",
                                    "{\"id\":4242}",
                                    "true",
                                    "-4242",
                                    "4242.5",
                                    "4242e400",
                                    "\"iv1.ABLE\"",
                                    "\"4242 \"",
                                    "\"4242\\u0000\"",
                                    "\"" + "4".repeat(1 + random.nextInt(5_000)) + "\"",
                                    "9".repeat(5 + random.nextInt(500)))))),
    NOT_A_TOKEN((random, key) -> of(
            random,
            "..",
            "a.b.c",
            "." + part(claims()) + ".",
            part(key.token(4242, Instant.now())),
            part("{\"alg\":\"RS256\",\"cty\":\"JWT\"}") + "." + part(key.token(4242, Instant.now())) + "."
                    + signature(random),
            part("{\"alg\":\"dir\",\"enc\":\"A128GCM\"}") + ".." + word(random, 16) + "." + word(random, 20) + "."
                    + word(random, 16),
            part("{".repeat(1 + random.nextInt(4_000))) + "." + part(claims()) + "." + word(random, 20),
            part("{\"alg\":\"RS256\"}") + "." + part("{\"a\":".repeat(1 + random.nextInt(2_000))) + "."
                    + word(random, 20),
            part("{\"alg\":\"RS256\"}") + "." + part("[" + claims() + "]") + "." + signature(random),
            part("{\"alg\":\"RS256\"}") + "." + word(random, 1 + random.nextInt(50_000)) + "." + word(random, 20),
            word(random, 1 + random.nextInt(30)) + "." + word(random, 30) + "." + word(random, 30)));

    private final BiFunction<Random, AppSigningKey, String> tokens;

    ForgedToken(BiFunction<Random, AppSigningKey, String> tokens) {
        this.tokens = tokens;
    }

    /**
     * A token.
     *
     * @param key that of the app 4242
     */
    String draw(Random random, AppSigningKey key) {
        return tokens.apply(random, key);
    }

    /** Whoever forges has a key as well. */
    private static final class Other {
        static final AppSigningKey KEY = AppSigningKey.fresh();
    }

    /** What would be good if the app had signed it. */
    private static String claims() {
        long now = Instant.now().getEpochSecond();
        return "{\"iat\":" + (now - 30) + ",\"exp\":" + (now + 540) + ",\"iss\":4242}";
    }

    private static String of(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static String part(String text) {
        return AppSigningKey.encode(text.getBytes(UTF_8));
    }

    private static String word(Random random, int length) {
        return random.ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String signature(Random random) {
        byte[] bytes = new byte[256];
        random.nextBytes(bytes);
        return AppSigningKey.encode(bytes);
    }

    private static String signature(String token) {
        return token.substring(token.lastIndexOf('.') + 1);
    }

    /** The public key in each form that a careless server might take for a secret. */
    private static byte[] secret(Random random, PublicKey key) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        String pem = "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----";
        return switch (random.nextInt(4)) {
            case 0 -> key.getEncoded();
            case 1 -> pem.getBytes(US_ASCII);
            case 2 -> (pem + "\n").getBytes(US_ASCII);
            default -> base64.replace("\n", "").getBytes(US_ASCII);
        };
    }

    private static String hmac(String algorithm, byte[] secret, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            return AppSigningKey.encode(mac.doFinal(text.getBytes(US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String jwk(PublicKey key) {
        RSAPublicKey rsa = (RSAPublicKey) key;
        return "{\"kty\":\"RSA\",\"n\":\""
                + AppSigningKey.encode(rsa.getModulus().toByteArray()) + "\",\"e\":\"AQAB\"}";
    }
}
