package dev.hubtwin.internal.jetty;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/**
 * Requests with large bodies, which are served a few at a time: what is made of a body can take thirty times its bytes.
 * Those that wait hold no thread.
 */
final class LargeBodies {

    private final int most;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int active;

    /** Serves nothing yet, and then at most {@code most} at a time. */
    LargeBodies(int most) {
        this.most = most;
    }

    /** Serves a request: here and now, or later on {@code executor}. */
    void serve(Runnable request, Executor executor) {
        Runnable turn = () -> run(request, executor);
        if (begin(turn)) {
            turn.run();
        }
    }

    private synchronized boolean begin(Runnable later) {
        if (active == most) {
            waiting.add(later);
            return false;
        }
        active++;
        return true;
    }

    private void run(Runnable request, Executor executor) {
        try {
            request.run();
        } finally {
            Runnable next = end();
            if (next != null) {
                executor.execute(next);
            }
        }
    }

    private synchronized Runnable end() {
        Runnable next = waiting.poll();
        if (next == null) {
            active--;
        }
        return next;
    }
}
