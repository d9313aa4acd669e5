package dev.hubtwin;

import dev.hubtwin.client.Credential;
import dev.hubtwin.client.GitHubClient;
import dev.hubtwin.internal.control.MailViews;
import dev.hubtwin.internal.control.RequestViews;
import dev.hubtwin.internal.control.model.Mail;
import dev.hubtwin.internal.control.model.RequestLogEntry;
import dev.hubtwin.internal.hosting.HostedWorld;
import dev.hubtwin.internal.hosting.ServerContext;
import dev.hubtwin.internal.openapi.ApiDescription;
import dev.hubtwin.internal.rest.Dialect;
import dev.hubtwin.internal.rest.Links;
import java.util.List;

/**
 * A world of a running twin, held in Java: where it is served, clients that are signed in, and all that the control API
 * does, without HTTP. What the control API would refuse is an {@link IllegalArgumentException} with its words here; a
 * state that is refused is a {@link dev.hubtwin.seed.SeedException}. It may be used by any number of threads.
 */
public final class TwinWorld {

    private final WorldHandle held;

    /**
     * A world of a server.
     *
     * @param server the address of the server, without a slash at its end
     * @param path how the paths of the world begin; empty for the default one
     */
    public TwinWorld(ServerContext site, HostedWorld realm, String server, String path) {
        this(new WorldHandle(site, realm, new Links(server, path, Dialect.GITHUB_COM)));
    }

    private TwinWorld(WorldHandle held) {
        this.held = held;
    }

    /** The same world, whose address and clients are those of the enterprise server. */
    public TwinWorld enterprise() {
        Links links = new Links(held.links().server(), held.links().world(), Dialect.ENTERPRISE);
        return new TwinWorld(new WorldHandle(held.site(), held.realm(), links));
    }

    /** What it is called in paths and host names. */
    public String name() {
        return held.realm().name();
    }

    /** The root of its API, without a slash at its end: what a client under test is pointed at. */
    public String url() {
        return held.links().root();
    }

    /** A client with any credential. */
    public GitHubClient client(Credential credential) {
        return new GitHubClient(url(), credential);
    }

    /** A client that is nobody in particular. */
    public GitHubClient anonymous() {
        return client(Credential.none());
    }

    /** A client that presents a token, of the seed or of {@link #tokens}. */
    public GitHubClient asToken(String token) {
        return client(Credential.token(token));
    }

    /** A client signed in as a user, by a new classic token; {@code scopes}: none named, every scope that there is. */
    public GitHubClient asUser(String login, String... scopes) {
        return asToken(tokens().classic(login, scopes));
    }

    /** A client signed in as an installation of an app, by a new token with all that it has. */
    public GitHubClient asInstallation(String app, String account) {
        return asToken(tokens().installation(app, account));
    }

    /** A client signed in as an app, by JSON web tokens; an app without a key gets one. */
    public GitHubClient asApp(String slug) {
        return client(tokens().app(slug));
    }

    /** A client that shows the client id and secret of an app of either sort. */
    public GitHubClient asClient(String clientId) {
        return client(tokens().client(clientId));
    }

    /** New tokens. */
    public TwinTokens tokens() {
        return new TwinTokens(held);
    }

    /** What time it is. */
    public TwinClock clock() {
        return new TwinClock(held);
    }

    /** What goes wrong. */
    public TwinFaults faults() {
        return new TwinFaults(held);
    }

    /** What was sent to webhooks. */
    public TwinDeliveries deliveries() {
        return new TwinDeliveries(held);
    }

    /** The state as a whole. */
    public TwinState state() {
        return new TwinState(held);
    }

    /** What arrived and what was answered, the newest first, with secrets masked. */
    public List<RequestLogEntry> requests() {
        return held.realm().runtime().requests().all(one -> true).stream()
                .map(recorded -> RequestViews.entry(recorded, ApiDescription.github()))
                .toList();
    }

    /** The mails that GitHub would have sent, the newest last. */
    public List<Mail> mails() {
        return held.realm().runtime().mails().all().stream()
                .map(MailViews::mail)
                .toList();
    }
}
