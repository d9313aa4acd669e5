package dev.hubtwin.client;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/** Sends calls in somebody's name. */
final class ClientTransport {

    private final ClientSettings settings;
    private final Authenticator authorization;
    private final Map<String, RateLimitView> limits = new ConcurrentHashMap<>();

    /** What an answer gives to who called. */
    @FunctionalInterface
    interface Reader<T> {
        T read(Answer answer) throws IOException;
    }

    ClientTransport(ClientSettings settings, Authenticator authorization) {
        this.settings = settings;
        this.authorization = authorization;
    }

    ClientSettings settings() {
        return settings;
    }

    Authenticator authorization() {
        return authorization;
    }

    Map<String, RateLimitView> limits() {
        return limits;
    }

    <T> T call(Call call, Json.Type<T> type) {
        return joined(call, callAsync(call, type));
    }

    <T> CompletableFuture<T> callAsync(Call call, Json.Type<T> type) {
        return send(call, answer -> Json.read(answer.body(), type));
    }

    void run(Call call) {
        joined(call, runAsync(call));
    }

    @SuppressWarnings("NullAway") // Void has no other value
    CompletableFuture<Void> runAsync(Call call) {
        return send(call, answer -> null);
    }

    boolean check(Call call) {
        return joined(call, checkAsync(call));
    }

    /** Asks whether something is there: a 404 says that it is not. */
    CompletableFuture<Boolean> checkAsync(Call call) {
        return new CallExecution<>(this, call, answer -> answer.status() != 404, true).begin();
    }

    <T> CompletableFuture<T> send(Call call, Reader<T> reader) {
        return new CallExecution<>(this, call, reader, false).begin();
    }

    /** Waits for what was sent; whoever is interrupted meanwhile gives it up. */
    static <T> T joined(Call call, CompletableFuture<T> sent) {
        try {
            return sent.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GitHubException failure) {
                failure.fillInStackTrace(); // Of the caller, not of the thread that the answer came on.
                throw failure;
            }
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new NoAnswerException(Refusal.of(call, "the thread was interrupted"), e);
        } catch (CancellationException e) {
            throw new NoAnswerException(Refusal.of(call, "the call was cancelled"), e);
        }
    }
}
