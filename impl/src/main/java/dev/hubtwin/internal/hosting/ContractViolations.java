package dev.hubtwin.internal.hosting;

import dev.hubtwin.internal.openapi.Operation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Where the server broke its own contract: a refusal with a status that the operation does not have, or a failure of
 * the program. There should be none; the tests look.
 */
public final class ContractViolations {

    private static final System.Logger LOG = System.getLogger(ContractViolations.class.getName());
    private static final int KEPT = 100;
    private static final int BUSY = 503;

    private final List<String> found = new CopyOnWriteArrayList<>();

    /**
     * Records a violation if an operation, where the request meant one, is refused with a status it does not have. 503
     * is of no operation: the program is busy.
     */
    public void check(Optional<Operation> refused, int status) {
        refused.filter(operation -> status != BUSY && !operation.statuses().contains(status))
                .ifPresent(
                        operation -> add(operation.id() + " was refused with " + status + ", which it does not have"));
    }

    /** Records a violation in words. */
    public void add(String violation) {
        LOG.log(System.Logger.Level.ERROR, violation);
        if (found.size() < KEPT) {
            found.add(violation);
        }
    }

    /** The first hundred violations, in words that name no secret. */
    public List<String> found() {
        return List.copyOf(found);
    }
}
