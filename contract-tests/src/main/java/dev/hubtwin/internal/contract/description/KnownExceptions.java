package dev.hubtwin.internal.contract.description;

import dev.hubtwin.internal.contract.description.Description.Operation;
import java.util.Map;
import java.util.Set;

/**
 * Statuses and members that are described and that a twin does not send by itself; docs/decisions/contract-tests.md
 * gives the reasons.
 */
public final class KnownExceptions {

    /** GitHub documents these, and a twin answers them when a fault is set (R26, R33). */
    private static final Set<Integer> BY_FAULT = Set.of(429, 503);

    private static final Map<String, Set<String>> NEVER_SENT = Map.of(
            "campaigns/list-org-campaigns", Set.of("alert_stats"),
            "campaigns/list-org-campaigns-by-id", Set.of("alert_stats"),
            "apps/get-by-slug", Set.of("installations_count"),
            "orgs/list-webhook-deliveries", Set.of("installation_id"),
            "orgs/get-webhook-delivery", Set.of("installation_id"),
            "repos/list-webhook-deliveries", Set.of("installation_id"),
            "repos/get-webhook-delivery", Set.of("installation_id"),
            "repos/create-in-org", Set.of("license"),
            "apps/list-installation-requests-for-authenticated-app",
                    Set.of("id", "node_id", "account", "requester", "created_at"));

    private KnownExceptions() {}

    /** Whether a twin answers with a status by a fault only. */
    public static boolean isByFault(Description description, Operation operation, int status) {
        return BY_FAULT.contains(status) && description.isDocumented(operation, status);
    }

    /** The members that a twin never sends in successful answers of an operation, by their paths. */
    public static Set<String> neverSent(Operation operation) {
        return NEVER_SENT.getOrDefault(operation.id(), Set.of());
    }
}
