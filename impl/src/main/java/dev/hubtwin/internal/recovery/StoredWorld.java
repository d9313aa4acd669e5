package dev.hubtwin.internal.recovery;

import dev.hubtwin.internal.delivery.Delivery;
import dev.hubtwin.internal.delivery.MailLog;
import dev.hubtwin.internal.signin.SignIns;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A world as a snapshot has it, beside its states, each of which is named by its number.
 *
 * @param version of the program that wrote it
 * @param world the state that it is in
 * @param snapshots its named moments
 * @param faultsSet how many faults were set so far
 */
record StoredWorld(
        String version,
        StoredOrigin origin,
        int world,
        Map<String, StoredMoment> snapshots,
        SignIns.Pending signIns,
        long faultsSet,
        List<StoredFault> faults,
        StoredDeliveries deliveries,
        List<MailLog.Sent> mails) {

    /** How it came to be; {@code from} is null for the first world. */
    record StoredOrigin(int state, String from, Instant at) {}

    /** A state that has a name. */
    record StoredMoment(int state, Instant at) {}

    /**
     * The log of deliveries.
     *
     * @param count how many there were since the last reset
     * @param waiting those of the log that wait, with what they send
     */
    record StoredDeliveries(long count, List<Delivery> log, List<Delivery> waiting) {}
}
