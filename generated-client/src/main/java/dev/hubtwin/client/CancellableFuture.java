package dev.hubtwin.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** A result that is worked for elsewhere; when it is cancelled, so is that work. */
final class CancellableFuture<T> extends CompletableFuture<T> {

    private volatile @Nullable Future<?> work;

    /** Says what is done for the result now. */
    void follow(Future<?> current) {
        work = current;
        if (isCancelled()) {
            current.cancel(true);
        }
    }

    @Override
    public boolean cancel(boolean interrupt) {
        boolean cancelled = super.cancel(interrupt);
        Future<?> current = work;
        if (cancelled && current != null) {
            current.cancel(interrupt);
        }
        return cancelled;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }
}
