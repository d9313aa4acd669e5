package dev.hubtwin.internal.hosting;

import dev.hubtwin.internal.exchange.RequestContext;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Where the server broke its own contract: a refusal with a status that the operation does not have, or a failure of
 * the program. There should be none; the tests look.
 */
public final class ContractViolations {

    private static final System.Logger LOG = System.getLogger(ContractViolations.class.getName());
    private static final int KEPT = 100;

    private final List<String> found = new CopyOnWriteArrayList<>();

    /** Records a breach if the operation of {@code exchange} does not have {@code status}. */
    public void check(RequestContext exchange, int status) {
        exchange.operation()
                .filter(operation -> !operation.statuses().contains(status))
                .ifPresent(
                        operation -> add(operation.id() + " was refused with " + status + ", which it does not have"));
    }

    /** Records a breach in words. */
    public void add(String breach) {
        LOG.log(System.Logger.Level.ERROR, breach);
        if (found.size() < KEPT) {
            found.add(breach);
        }
    }

    /** The first hundred breaches, in words that name no secret. */
    public List<String> found() {
        return List.copyOf(found);
    }
}
