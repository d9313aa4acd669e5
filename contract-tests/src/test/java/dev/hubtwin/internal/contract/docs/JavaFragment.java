package dev.hubtwin.internal.contract.docs;

import dev.hubtwin.Twin;
import dev.hubtwin.TwinWorld;
import dev.hubtwin.client.Credential;
import dev.hubtwin.client.GitHubClient;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

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
        compile(folder);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, JavaFragment.class.getClassLoader())) {
            TwinWorld world = twin.fork("fragment");
            loader.loadClass(NAME)
                    .getMethod("run", TwinWorld.class, GitHubClient.class, String.class)
                    .invoke(null, world, world.client(Credential.token("ghp_ownerowner")), keyOfTheApp(world));
        } catch (InvocationTargetException e) {
            throw new AssertionError(block.place() + ": " + e.getCause(), e.getCause());
        }
    }

    private void compile(Path folder) throws IOException {
        Path source = folder.resolve(NAME + ".java");
        Files.writeString(
                source, BEFORE + block.text().replace("http://localhost:8080", "\" + world.url() + \"") + AFTER);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options =
                List.of("-d", folder.toString(), "-classpath", System.getProperty("java.class.path"), "-proc:none");
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            if (!compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(source))
                    .call()) {
                throw new AssertionError(block.place() + ": this does not compile\n" + said);
            }
        }
    }

    /** Gives the app of the demo world a key, and returns it as PEM. */
    private static String keyOfTheApp(TwinWorld world) throws GeneralSecurityException {
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
