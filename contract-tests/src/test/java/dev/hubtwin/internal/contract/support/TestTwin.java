package dev.hubtwin.internal.contract.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.Twin;
import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.tls.TlsIdentity;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Starts twins for tests and holds them to their own contract. Only here do these tests use more than the public API.
 */
public final class TestTwin {

    private TestTwin() {}

    /** Starts a twin on loopback whose world is a seed in YAML. */
    public static Twin start(String seed) {
        return start(seed, Twin.Options.LOCAL);
    }

    /** Starts a twin whose world is a seed in YAML. */
    public static Twin start(String seed, Twin.Options options) {
        return Twin.start(SeedCodec.read(seed, "application/yaml", Instant.now()), options);
    }

    /**
     * Starts a twin that serves over TLS too.
     *
     * @param directory where it keeps the certificate that it makes: {@code tls-cert.pem}
     */
    public static Twin startSecure(String seed, Path directory) {
        TlsIdentity tls = TlsIdentity.kept(directory, List.of("localhost"), Clock.systemUTC());
        return start(
                seed,
                new Twin.Options(
                        "127.0.0.1", 0, Clock.systemUTC(), Optional.empty(), Optional.of(new Twin.Secure(0, tls))));
    }

    /** Holds that no answer of a twin broke the description so far. */
    public static void assertKeepsItsContract(Twin twin) {
        assertEquals(List.of(), violations(twin), "answers that break the description");
    }

    /** Returns what was wrong with answers of a twin so far. */
    public static List<String> violations(Twin twin) {
        return twin.breaches();
    }
}
