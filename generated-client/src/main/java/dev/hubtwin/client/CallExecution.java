package dev.hubtwin.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hubtwin.client.ClientListener.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One call on its way: its requests, until one has an answer that counts. Only one of them is under way at a time. */
@SuppressWarnings("FutureReturnValueIgnored") // What goes wrong in a step is told by the step.
final class CallExecution<T> {

    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> METHOD_KEPT = Set.of(307, 308);
    private static final AtomicLong CALLS = new AtomicLong();

    private final ClientTransport transport;
    private final ClientSettings settings;
    private final Call call;
    private final ClientTransport.Reader<T> reader;
    private final boolean asksWhetherThere;
    private final CancellableFuture<T> result = new CancellableFuture<>();
    private final Instant deadline;
    private final CacheEntry kept;
    private final long number = CALLS.incrementAndGet();
    private final Set<Origin> home;
    private URI target;
    private int attempts;
    private int repeats;
    private int redirects;
    private boolean renewed;
    private Optional<String> presented = Optional.empty();

    /** @param asksWhetherThere whether 404 is an answer like any other */
    CallExecution(ClientTransport transport, Call call, ClientTransport.Reader<T> reader, boolean asksWhetherThere) {
        this.transport = transport;
        this.settings = transport.settings();
        this.call = call;
        this.reader = reader;
        this.asksWhetherThere = asksWhetherThere;
        this.deadline = settings.clock().instant().plus(settings.retries().within());
        this.target = call.uri(settings.baseUrl());
        this.home = Set.copyOf(List.of(Origin.of(target), Origin.of(URI.create(settings.baseUrl()))));
        this.kept =
                new CacheEntry(settings.cache(), call, transport.authorization().identity() + " " + target);
    }

    CompletableFuture<T> begin() {
        attempt();
        return result;
    }

    private void attempt() {
        if (result.isDone()) {
            return;
        }
        CompletableFuture<Optional<String>> authorization =
                isHome() ? transport.authorization().value() : CompletableFuture.completedFuture(Optional.empty());
        result.follow(authorization);
        authorization.whenComplete((value, failure) -> step(() -> {
            if (failure != null) {
                throw failure;
            }
            send(value);
        }));
    }

    /** Whether a request goes to the server that the credential is for. */
    private boolean isHome() {
        return home.contains(Origin.of(target));
    }

    private void send(Optional<String> authorization) throws IOException {
        presented = authorization;
        ClientListener.Attempt attempt =
                new ClientListener.Attempt(number, call.operation(), call.method(), call.shownPath(), ++attempts);
        HttpRequest request = request(attempt);
        long start = System.nanoTime();
        CompletableFuture<HttpResponse<byte[]>> sending =
                settings.http().sendAsync(request, BodyHandlers.ofByteArray());
        result.follow(sending);
        sending.copy()
                .orTimeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((response, failure) -> step(() -> {
                    Duration duration = Duration.ofNanos(System.nanoTime() - start);
                    if (failure == null) {
                        Answer answer = Answer.of(response);
                        ended(
                                attempt,
                                new Outcome(answer.status(), answer.header("X-GitHub-Request-Id"), duration, null));
                        judge(answer);
                    } else {
                        sending.cancel(true);
                        Throwable cause = cause(failure);
                        ended(attempt, new Outcome(0, Optional.empty(), duration, cause));
                        if (!(cause instanceof IOException || cause instanceof TimeoutException)) {
                            throw cause; // Whatever it is, the network did not cause it.
                        }
                        again(new NoAnswerException(Refusal.of(call, reason(cause)), cause), null);
                    }
                }));
    }

    private void ended(ClientListener.Attempt attempt, Outcome outcome) {
        settings.listeners().ended(attempt, outcome);
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause == null ? failure : cause;
    }

    private String reason(Throwable cause) {
        if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
            return "none came within " + settings.timeout().toMillis() + " ms";
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private HttpRequest request(ClientListener.Attempt attempt) throws JsonProcessingException {
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .timeout(settings.timeout())
                .setHeader("Accept", call.isSignIn() ? "application/json" : "application/vnd.github+json")
                .setHeader("Accept-Encoding", "gzip")
                .setHeader("User-Agent", settings.userAgent())
                .setHeader("X-GitHub-Api-Version", settings.apiVersion());
        if ("http".equals(target.getScheme())) {
            request.version(
                    HttpClient.Version.HTTP_1_1); // Without encryption it would ask for HTTP/2 by an upgrade each time.
        }
        if (call.body() == null) {
            request.method(call.method(), BodyPublishers.noBody());
        } else {
            request.setHeader("Content-Type", "application/json; charset=utf-8")
                    .method(call.method(), BodyPublishers.ofByteArray(Json.write(call.body())));
        }
        kept.etag().ifPresent(etag -> request.setHeader("If-None-Match", etag));
        settings.listeners().started(attempt).forEach(request::setHeader);
        presented.ifPresent(value -> request.setHeader("Authorization", value));
        return request.build();
    }

    private void judge(Answer received) throws IOException {
        if (isHome()) {
            RateLimitView.of(received).ifPresent(limit -> transport.limits().put(limit.resource(), limit));
        }
        Answer answer = kept.instead(received);
        if (answer.isSuccess() || answer.status() == 404 && asksWhetherThere) {
            complete(answer);
        } else if (REDIRECTS.contains(answer.status()) && redirect(answer)) {
            attempt();
        } else if (answer.status() == 401
                && !renewed
                && isHome()
                && transport.authorization().renew(presented, answer)) {
            renewed = true;
            attempt();
        } else {
            again(Refusals.of(call, answer, settings.clock().instant()), answer);
        }
    }

    private void complete(Answer answer) {
        try {
            result.complete(reader.read(answer));
        } catch (IOException e) {
            Refusal refusal = Refusal.of(call, answer, Json.tree(new byte[0])).with("the body cannot be read");
            result.completeExceptionally(new UnexpectedAnswerException(refusal, e));
        }
    }

    /** Turns to where an answer leads, unless the request must not be done there. */
    private boolean redirect(Answer answer) {
        boolean mayFollow =
                call.method().equals("GET") || call.method().equals("HEAD") || METHOD_KEPT.contains(answer.status());
        Optional<URI> there = answer.header("Location").flatMap(location -> Origin.resolve(target, location));
        if (!mayFollow || there.isEmpty() || ++redirects > MOST_REDIRECTS) {
            return false;
        }
        if (call.body() != null && !home.contains(Origin.of(there.get()))) {
            return false; // Secrets may stand in a body, too.
        }
        target = there.get();
        return true;
    }

    private void again(GitHubException failure, @Nullable Answer answer) {
        Instant now = settings.clock().instant();
        Optional<Duration> delay = settings.retries().delay(call, repeats, failure, answer, now, settings.random());
        if (delay.isEmpty() || now.plus(delay.get()).isAfter(deadline)) {
            result.completeExceptionally(failure);
            return;
        }
        repeats++;
        CompletableFuture<Void> wait = settings.timer().pass(delay.get());
        result.follow(wait);
        wait.thenRun(() -> step(this::attempt));
    }

    /** Something that is done when a part of the exchange is over. */
    @FunctionalInterface
    private interface Step {
        void take() throws Throwable;
    }

    /** Takes a step; whatever goes wrong in it ends the exchange. */
    private void step(Step step) {
        try {
            step.take();
        } catch (GitHubException e) {
            result.completeExceptionally(e);
        } catch (CompletionException e) {
            result.completeExceptionally(cause(e));
        } catch (IOException e) {
            result.completeExceptionally(
                    new UnexpectedAnswerException(Refusal.of(call, "what is sent or answered cannot be read"), e));
        } catch (Throwable e) {
            result.completeExceptionally(e);
        }
    }
}
