package dev.hubtwin.internal.contract.docs;

import dev.hubtwin.Twin;
import dev.hubtwin.TwinWorld;
import dev.hubtwin.client.Credential;
import dev.hubtwin.client.GitHubClient;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;

/**
 * Statements in a document, as the body of a method. What they may use without saying so is everything of the public
 * API and of hub4j, and what the wrapper has: {@code world}, a world like the demo world; {@code client}, its owner's
 * client; and {@code pem}, the key of its app.
 */
record JavaFragment(CodeBlock block) {

    private static final String NAME = "Fragment";
    private static final int KEY_BITS = 2048;

    private static final String BEFORE = """
            import static org.junit.jupiter.api.Assertions.*;

            import dev.hubtwin.*;
            import dev.hubtwin.client.*;
            import dev.hubtwin.client.model.*;
            import dev.hubtwin.contract.*;
            import dev.hubtwin.seed.*;
            import java.nio.file.*;
            import java.time.*;
            import java.util.*;
            import org.kohsuke.github.GitHub;
            import org.kohsuke.github.GitHubBuilder;
            import org.kohsuke.github.authorization.*;
            import org.kohsuke.github.extras.authorization.JWTTokenProvider;

            public class Fragment {

                public static void run(TwinWorld theWorld, GitHubClient theClient, String thePem) throws Exception {
                    new Fragment(theWorld, theClient, thePem).run();
                }

                private final TwinWorld world;
                private final GitHubClient client;
                private final String pem;

                private Fragment(TwinWorld world, GitHubClient client, String pem) {
                    this.world = world;
                    this.client = client;
                    this.pem = pem;
                }

                private void run() throws Exception {
            """;

    private static final String AFTER = """
                }
            }
            """;

    /** Compiles the statements and runs them in a world of their own. */
    void run(Twin twin, Path folder) throws Exception {
        TwinWorld world = twin.fork("fragment");
        String source = BEFORE + block.text().replace("http://localhost:8080", "\" + world.url() + \"") + AFTER;
        new JavaProgram(block.place(), NAME, source)
                .run(
                        folder,
                        "run",
                        new Class<?>[] {TwinWorld.class, GitHubClient.class, String.class},
                        world,
                        world.client(Credential.token("ghp_ownerowner")),
                        keyOfTheApp(world));
    }

    /** Gives the app of the demo world a key, and returns it as PEM. */
    static String keyOfTheApp(TwinWorld world) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(KEY_BITS);
        byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
        String pem = "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
        world.state()
                .merge("{\"apps\": [{\"slug\": \"twin-app\", \"private_key\": \"%s\"}]}"
                        .formatted(pem.replace("\n", "\\n")));
        return pem;
    }
}
