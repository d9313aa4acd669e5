package dev.hubtwin.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class AppCredentialTest {

    private static final KeyPair PAIR = pair();

    private Instant now = Instant.ofEpochSecond(1_800_000_000);
    private final Credential app = new AppCredential("4242", PAIR.getPrivate(), new Moving());

    @Test
    void aTokenSaysWhoFromWhenAndUntilWhenAndIsSigned() throws Exception {
        String[] parts = token().split("\\.");
        assertEquals("{\"alg\":\"RS256\",\"typ\":\"JWT\"}", decoded(parts[0]));
        assertEquals("{\"iat\":1799999940,\"exp\":1800000540,\"iss\":\"4242\"}", decoded(parts[1]));
        Signature rsa = Signature.getInstance("SHA256withRSA");
        rsa.initVerify(PAIR.getPublic());
        rsa.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertTrue(rsa.verify(Base64.getUrlDecoder().decode(parts[2])));
    }

    @Test
    void aTokenIsRenewedBeforeItEnds() {
        String first = token();
        now = now.plusSeconds(8 * 60 - 1);
        assertEquals(first, token());
        now = now.plusSeconds(1);
        assertNotEquals(first, token());
    }

    @Test
    void anAppWhoseClockIsWrongSignsByTheServers() throws Exception {
        try (ScriptedServer server = new ScriptedServer()) {
            server.then(401, "{}").then(200, "{'slug': 'helper'}").then(401, "{}");
            GitHubClient client = new ManualTime()
                    .on(server.client().app("4242", PAIR.getPrivate()))
                    .build();
            assertEquals("helper", client.apps().getAuthenticated().getSlug());
            String claims =
                    decoded(server.requests().get(1).header("Authorization").split("\\.")[1]);
            long end = Long.parseLong(claims.replaceAll(".*\"exp\":([0-9]+).*", "$1"));
            assertEquals(Instant.now().plusSeconds(540).getEpochSecond(), end, 30);
            assertThrows(BadCredentialsException.class, () -> client.apps().getAuthenticated());
            assertEquals(3, server.requests().size(), "the clock is right by now");
        }
    }

    @Test
    void aKeyIsReadInBothOfItsForms() {
        byte[] pkcs8 = PAIR.getPrivate().getEncoded();
        byte[] pkcs1 = Arrays.copyOfRange(pkcs8, 26, pkcs8.length); // what is wrapped
        assertEquals(PAIR.getPrivate(), PrivateKeys.read(pem("PRIVATE KEY", pkcs8)));
        assertEquals(PAIR.getPrivate(), PrivateKeys.read(pem("RSA PRIVATE KEY", pkcs1)));
        for (String none :
                new String[] {"", "s3cret", pem("PUBLIC KEY", pkcs8), pem("PRIVATE KEY", new byte[] {1, 2})}) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> PrivateKeys.read(none));
            assertTrue(refused.getMessage().startsWith("this is "), refused.getMessage());
        }
    }

    @Test
    void anIssuerIsAnIdAndNothingThatCouldBeMoreJson() {
        assertThrows(IllegalArgumentException.class, () -> Credential.app("1\",\"exp\":\"9", PAIR.getPrivate()));
    }

    private String token() {
        return app.authorization().orElseThrow().substring("Bearer ".length());
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + kind
                + "-----\n";
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
            rsa.initialize(2048);
            return rsa.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private final class Moving extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
