package dev.hubtwin.client;

import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The log and the listeners of a client. Nothing in what is logged is a secret: neither headers nor bodies are. */
final class Listeners implements ClientListener {

    private static final System.Logger LOG = System.getLogger("dev.hubtwin.client");

    private final List<ClientListener> all;

    Listeners(List<ClientListener> all) {
        this.all = List.copyOf(all);
    }

    @Override
    public Map<String, String> started(Attempt attempt) {
        Map<String, String> headers = new HashMap<>();
        each(listener -> headers.putAll(listener.started(attempt)));
        return headers;
    }

    @Override
    public void ended(Attempt attempt, Outcome outcome) {
        LOG.log(
                Level.DEBUG,
                () -> "%s %s (%s, attempt %d): %s in %d ms%s"
                        .formatted(
                                attempt.method(),
                                attempt.path(),
                                attempt.operation(),
                                attempt.number(),
                                outcome.failure() == null ? outcome.status() : outcome.failure(),
                                outcome.duration().toMillis(),
                                outcome.requestId().map(id -> ", request " + id).orElse("")));
        each(listener -> listener.ended(attempt, outcome));
    }

    private void each(Consumer<ClientListener> told) {
        for (ClientListener listener : all) {
            try {
                told.accept(listener);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "a listener failed", e);
            }
        }
    }
}
