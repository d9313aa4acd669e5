package dev.hubtwin.internal.hosting;

import dev.hubtwin.internal.auth.ControlToken;
import dev.hubtwin.internal.memory.HeapExhaustion;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;

/**
 * What is one server's own. Everything else that answers a request is the program's: it is made once, and every server
 * of a process shares it.
 *
 * @param worlds its worlds
 * @param clock the machine's time
 * @param startedAt since when it is there
 * @param version of the program
 * @param controlToken what its control API demands
 * @param violations where it broke its contract
 * @param exhaustion ends it when the heap is full
 * @param key seals what its pages show, and dies with it, unless worlds are kept
 * @param storage where its worlds are kept
 */
public record ServerContext(
        WorldRegistry worlds,
        Clock clock,
        Instant startedAt,
        String version,
        ControlToken controlToken,
        ContractViolations violations,
        HeapExhaustion exhaustion,
        byte[] key,
        WorldStorage storage) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;

    /** Draws a key. */
    public static byte[] drawKey() {
        byte[] drawn = new byte[KEY_BYTES];
        RANDOM.nextBytes(drawn);
        return drawn;
    }

    /** A server that starts now. */
    public static ServerContext of(
            WorldRegistry worlds,
            Clock clock,
            String version,
            ControlToken controlToken,
            HeapExhaustion exhaustion,
            byte[] key,
            WorldStorage storage) {
        return new ServerContext(
                worlds, clock, clock.instant(), version, controlToken, new ContractViolations(), exhaustion, key, storage);
    }
}
