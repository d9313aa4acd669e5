package dev.hubtwin.internal.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.seed.SeedSamples;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.app.App;
import dev.hubtwin.seed.Seed;
import dev.hubtwin.seed.SeedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RsaPemTest {

    private static final KeyPair PAIR = pair("RSA", 1024);

    private static KeyPair pair(String algorithm, int size) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + " KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + kind
                + " KEY-----\n";
    }

    /** What stands in the last element of a PKCS#8 or X.509 structure, after {@code skip} bytes of its own. */
    private static byte[] inner(byte[] outer, int skip) {
        return Arrays.copyOfRange(outer, skip, outer.length);
    }

    @Test
    void everyFormIsUnderstood() {
        byte[] pkcs8 = PAIR.getPrivate().getEncoded();
        byte[] x509 = PAIR.getPublic().getEncoded();
        assertEquals(PAIR.getPublic(), RsaPem.key(pem("PRIVATE", pkcs8)).verifying());
        assertEquals(PAIR.getPublic(), RsaPem.key(pem("PUBLIC", x509)).verifying());
        assertEquals(
                PAIR.getPublic(),
                RsaPem.key(pem("RSA PRIVATE", inner(pkcs8, 26))).verifying());
        assertEquals(
                PAIR.getPublic(), RsaPem.key(pem("RSA PUBLIC", inner(x509, 22))).verifying());
    }

    @Test
    void anythingElseIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> RsaPem.key(pem("PRIVATE", pair("EC", 256).getPrivate().getEncoded())));
        assertThrows(
                IllegalArgumentException.class,
                () -> RsaPem.key(pem("PUBLIC", pair("EC", 256).getPublic().getEncoded())));
        assertThrows(IllegalArgumentException.class, () -> RsaPem.key(pem("ENCRYPTED PRIVATE", new byte[] {1})));
        assertThrows(IllegalArgumentException.class, () -> RsaPem.key(pem("RSA PRIVATE", new byte[] {1, 2, 3})));
        assertThrows(
                IllegalArgumentException.class,
                () -> RsaPem.key("-----BEGIN PUBLIC KEY-----\n=\n-----END PUBLIC KEY-----"));
        assertThrows(IllegalArgumentException.class, () -> RsaPem.key(""));
    }

    @Test
    void aSeedFileMayNameAFileBesideIt(@TempDir Path folder) throws IOException {
        String pem = pem("PRIVATE", PAIR.getPrivate().getEncoded());
        Files.writeString(folder.resolve("app.pem"), pem);
        Path seed = Files.writeString(
                folder.resolve("seed.yaml"),
                "users: [{login: a}]\napps: [{slug: b, owner: a, private_key_file: app.pem}]\n");
        World world = SeedCodec.read(Seed.read(seed), SeedSamples.NOW);
        App app = world.apps().slugged("b").orElseThrow();
        assertEquals(pem, app.keys().get(0).pem());
        assertEquals(PAIR.getPublic(), app.keys().get(0).verifying());
        assertEquals(world, SeedCodec.read(SeedCodec.yaml(world), null, SeedSamples.NOW));
        Files.writeString(seed, "users: [{login: a}]\napps: [{slug: b, owner: a, private_key_file: none.pem}]\n");
        SeedException e = assertThrows(SeedException.class, () -> SeedCodec.read(Seed.read(seed), SeedSamples.NOW));
        assertEquals(
                "line 2, apps[0].private_key_file: \"none.pem\" cannot be read; expected a file beside the seed file",
                e.getMessage());
    }

    @Test
    void anAppMayHaveSeveralKeys() {
        String pem = pem("PRIVATE", PAIR.getPrivate().getEncoded());
        String other = pem("PUBLIC", pair("RSA", 1024).getPublic().getEncoded());
        String quoted = "\"" + pem.replace("\n", "\\n") + "\", \"" + other.replace("\n", "\\n") + "\"";
        World world = SeedCodec.read(
                "users: [{login: a}]\napps: [{slug: b, owner: a, private_keys: [" + quoted + "]}]",
                null,
                SeedSamples.NOW);
        assertEquals(2, world.apps().slugged("b").orElseThrow().keys().size());
        assertEquals(world, SeedCodec.read(SeedCodec.json(world), null, SeedSamples.NOW));
        World one = SeedCodec.merge(
                world, "apps: [{slug: b, private_key: \"" + other.replace("\n", "\\n") + "\"}]", null, SeedSamples.NOW);
        assertEquals(other, one.apps().slugged("b").orElseThrow().keys().get(0).pem());
    }
}
