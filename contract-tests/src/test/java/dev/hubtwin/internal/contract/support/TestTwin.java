package dev.hubtwin.internal.contract.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.Twin;
import dev.hubtwin.TwinTls;
import dev.hubtwin.seed.Seed;
import java.nio.file.Path;
import java.util.List;

/** Starts twins for tests and holds them to their own contract. */
public final class TestTwin {

    private TestTwin() {}

    /** Starts a twin on loopback whose world is a seed in YAML. */
    public static Twin start(String seed) {
        return start(seed, Twin.Options.LOCAL);
    }

    /** Starts a twin whose world is a seed in YAML. */
    public static Twin start(String seed, Twin.Options options) {
        return Twin.start(Seed.parseYaml(seed), options);
    }

    /**
     * Starts a twin that serves over TLS too.
     *
     * @param directory where it keeps the certificate that it makes: {@code tls-cert.pem}
     */
    public static Twin startSecure(String seed, Path directory) {
        return start(seed, Twin.Options.LOCAL.withTls(TwinTls.selfSigned(0, directory)));
    }

    /** Holds that no answer of a twin broke the description so far. */
    public static void assertKeepsItsContract(Twin twin) {
        assertEquals(List.of(), violations(twin), "answers that break the description");
    }

    /** Returns what was wrong with answers of a twin so far. */
    public static List<String> violations(Twin twin) {
        return twin.contractViolations();
    }
}
