package dev.hubtwin.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.hubtwin.world.App;
import dev.hubtwin.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PemTest {

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
    return "-----BEGIN " + kind + " KEY-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + kind + " KEY-----\n";
  }

  /** What stands in the last element of a PKCS#8 or X.509 structure, after {@code skip} bytes of its own. */
  private static byte[] inner(byte[] outer, int skip) {
    return Arrays.copyOfRange(outer, skip, outer.length);
  }

  @Test
  void everyFormIsUnderstood() {
    byte[] pkcs8 = PAIR.getPrivate().getEncoded();
    byte[] x509 = PAIR.getPublic().getEncoded();
    assertEquals(PAIR.getPublic(), Pem.key(pem("PRIVATE", pkcs8)).verifying());
    assertEquals(PAIR.getPublic(), Pem.key(pem("PUBLIC", x509)).verifying());
    assertEquals(PAIR.getPublic(), Pem.key(pem("RSA PRIVATE", inner(pkcs8, 26))).verifying());
    assertEquals(PAIR.getPublic(), Pem.key(pem("RSA PUBLIC", inner(x509, 22))).verifying());
  }

  @Test
  void anythingElseIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Pem.key(pem("PRIVATE", pair("EC", 256).getPrivate().getEncoded())));
    assertThrows(IllegalArgumentException.class, () -> Pem.key(pem("PUBLIC", pair("EC", 256).getPublic().getEncoded())));
    assertThrows(IllegalArgumentException.class, () -> Pem.key(pem("ENCRYPTED PRIVATE", new byte[] {1})));
    assertThrows(IllegalArgumentException.class, () -> Pem.key(pem("RSA PRIVATE", new byte[] {1, 2, 3})));
    assertThrows(IllegalArgumentException.class, () -> Pem.key("-----BEGIN PUBLIC KEY-----\n=\n-----END PUBLIC KEY-----"));
    assertThrows(IllegalArgumentException.class, () -> Pem.key(""));
  }

  @Test
  void aSeedFileMayNameAFileBesideIt(@TempDir Path folder) throws IOException {
    String pem = pem("PRIVATE", PAIR.getPrivate().getEncoded());
    Files.writeString(folder.resolve("app.pem"), pem);
    Path seed = Files.writeString(folder.resolve("seed.yaml"), "users: [{login: a}]\napps: [{slug: b, owner: a, private_key_file: app.pem}]\n");
    World world = Seeds.read(seed, Samples.NOW);
    App app = world.apps().slugged("b").orElseThrow();
    assertEquals(pem, app.keys().get(0).pem());
    assertEquals(PAIR.getPublic(), app.keys().get(0).verifying());
    assertEquals(world, Seeds.read(Seeds.yaml(world), null, Samples.NOW));
    Files.writeString(seed, "users: [{login: a}]\napps: [{slug: b, owner: a, private_key_file: none.pem}]\n");
    SeedException e = assertThrows(SeedException.class, () -> Seeds.read(seed, Samples.NOW));
    assertEquals("line 2, apps[0].private_key_file: \"none.pem\" cannot be read; expected a file beside the seed file", e.getMessage());
  }

  @Test
  void anAppMayHaveSeveralKeys() {
    String pem = pem("PRIVATE", PAIR.getPrivate().getEncoded());
    String other = pem("PUBLIC", pair("RSA", 1024).getPublic().getEncoded());
    String quoted = "\"" + pem.replace("\n", "\\n") + "\", \"" + other.replace("\n", "\\n") + "\"";
    World world = Seeds.read("users: [{login: a}]\napps: [{slug: b, owner: a, private_keys: [" + quoted + "]}]", null, Samples.NOW);
    assertEquals(2, world.apps().slugged("b").orElseThrow().keys().size());
    assertEquals(world, Seeds.read(Seeds.json(world), null, Samples.NOW));
    World one = Seeds.merge(world, "apps: [{slug: b, private_key: \"" + other.replace("\n", "\\n") + "\"}]", null, Samples.NOW);
    assertEquals(other, one.apps().slugged("b").orElseThrow().keys().get(0).pem());
  }
}
