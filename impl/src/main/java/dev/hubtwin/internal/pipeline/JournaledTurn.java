package dev.hubtwin.internal.pipeline;

import dev.hubtwin.internal.jetty.RootResolver;
import dev.hubtwin.internal.jetty.Turn;
import dev.hubtwin.internal.journal.Deed;
import dev.hubtwin.internal.journal.Journal;
import java.util.function.IntSupplier;
import org.glassfish.jersey.server.ContainerRequest;

/**
 * The turn of a request to a world that is kept. What may change the world is worked on alone, so that it sees the very
 * state that it changes, and can be done again; nothing is answered before what the answer shows is durable.
 */
final class JournaledTurn implements Turn {

    private final Journal journal;
    private final RootResolver.Head head;
    private final boolean mayChange;
    private boolean isWorking;
    private Answer ready;

    /** The turn of a request; {@code mayChange} is false if it surely changes nothing. */
    JournaledTurn(Journal journal, RootResolver.Head head, boolean mayChange) {
        this.journal = journal;
        this.head = head;
        this.mayChange = mayChange;
    }

    @Override
    public void work(ContainerRequest request, Runnable application, IntSupplier status) {
        if (!mayChange) {
            application.run();
            return;
        }
        RequestDeed deed = RequestDeed.of(head, request);
        isWorking = true;
        try {
            journal.alone(() -> deed.isLarge() ? Deed.WHOLE : deed.answered(status.getAsInt()), () -> {
                application.run();
                return null;
            });
        } finally {
            isWorking = false;
        }
        if (ready != null) {
            answer(ready);
        }
    }

    @Override
    public void answer(Answer answer) {
        if (isWorking) {
            ready = answer;
        } else if (journal.isDurable()) {
            answer.send();
        } else {
            journal.whenDurable(answer::sendSoon, answer::refuse);
        }
    }
}
