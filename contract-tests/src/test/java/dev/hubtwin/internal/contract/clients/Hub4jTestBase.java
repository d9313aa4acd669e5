package dev.hubtwin.internal.contract.clients;

import dev.hubtwin.internal.contract.support.TwinExtension;
import dev.hubtwin.internal.contract.support.TwinTarget;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubBuilder;

/** hub4j's client, unmodified, at both roots of the twin, whose world is put back after each test. */
@ExtendWith(TwinExtension.class)
@ResourceLock("the world of the target")
@ParameterizedClass(name = "at \"{0}\"")
@ValueSource(strings = {"", "/api/v3"})
abstract class Hub4jTestBase {

    @Parameter
    String root;

    TwinTarget target;

    @BeforeEach
    void at(TwinTarget twin) {
        target = twin;
    }

    @AfterEach
    void putBack() throws IOException, InterruptedException {
        target.reset();
    }

    /** hub4j with a token. */
    final GitHub connect(String token) throws IOException {
        return builder().withOAuthToken(token).build();
    }

    /** hub4j at the root of this run. */
    final GitHubBuilder builder() {
        return new GitHubBuilder().withEndpoint(target.twin().url() + root);
    }
}
