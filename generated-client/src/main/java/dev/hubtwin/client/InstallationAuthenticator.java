package dev.hubtwin.client;

import dev.hubtwin.client.model.Installation;
import dev.hubtwin.client.model.InstallationToken;
import dev.hubtwin.client.model.InstallationTokenCreate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Gets tokens of an installation in the name of its app: one for all who call at once, and another one before it ends.
 */
final class InstallationAuthenticator implements Authenticator {

    private static final Duration SPARE = Duration.ofMinutes(5);

    private final ClientTransport app;
    private final String place;
    private final InstallationTokenCreate access;
    private @Nullable CompletableFuture<Long> id;
    private @Nullable CompletableFuture<Token> current;

    /** A token, and when to replace it by the clock of this machine. */
    private record Token(String header, Instant renewal) {}

    /**
     * Prepares to ask for tokens; asks for none yet.
     *
     * @param app what sends in the name of the app
     * @param place the id of the installation, a login, or a repository as {@code owner/name}
     * @param access what the tokens are for
     */
    InstallationAuthenticator(ClientTransport app, String place, InstallationTokenCreate access) {
        this.app = app;
        this.place = place;
        this.access = access;
    }

    @Override
    public synchronized CompletableFuture<Optional<String>> value() {
        if (current == null || current.isCompletedExceptionally() || current.isDone() && ends(current.join())) {
            if (id == null || id.isCompletedExceptionally() || current != null && current.isCompletedExceptionally()) {
                id = find();
            }
            current = id.thenCompose(this::token);
        }
        return current.thenApply(token -> Optional.of(token.header()));
    }

    private boolean ends(Token token) {
        return !app.settings().clock().instant().isBefore(token.renewal());
    }

    @Override
    public String identity() {
        return app.authorization().identity() + " on " + place + " " + access;
    }

    @Override
    public synchronized boolean renew(Optional<String> refused, Answer answer) {
        if (current != null
                && current.isDone()
                && refused.equals(Optional.of(current.join().header()))) {
            current = null;
        }
        return true;
    }

    private CompletableFuture<Long> find() {
        if (place.matches("[0-9]{1,18}")) {
            return CompletableFuture.completedFuture(Long.valueOf(place));
        }
        String[] repository = place.split("/", 2);
        Call call = repository.length == 2
                ? new Call("apps/get-repo-installation", "GET", "/repos/{owner}/{repo}/installation")
                        .path("owner", repository[0])
                        .path("repo", repository[1])
                : new Call("apps/get-org-installation", "GET", "/orgs/{org}/installation").path("org", place);
        return app.callAsync(call, Json.type(Installation.class)).thenApply(Installation::getId);
    }

    private CompletableFuture<Token> token(Long installation) {
        Call call = new Call(
                        "apps/create-installation-access-token",
                        "POST",
                        "/app/installations/{installation_id}/access_tokens")
                .path("installation_id", installation);
        call.body(access);
        return app.send(call, answer -> {
            InstallationToken token = Json.read(answer.body(), Json.type(InstallationToken.class));
            Instant now = app.settings().clock().instant();
            Duration lifetime = Duration.between(
                    answer.date().orElse(now), token.getExpiresAt().toInstant());
            return new Token("Bearer " + token.getToken(), now.plus(lifetime).minus(SPARE));
        });
    }
}
