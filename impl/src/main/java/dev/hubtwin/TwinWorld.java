package dev.hubtwin;

import dev.hubtwin.client.Credential;
import dev.hubtwin.client.GitHubClient;
import dev.hubtwin.client.Retries;
import dev.hubtwin.client.control.model.Mail;
import dev.hubtwin.client.control.model.RequestLogEntry;
import dev.hubtwin.internal.control.MailViews;
import dev.hubtwin.internal.control.RequestViews;
import dev.hubtwin.internal.openapi.ApiDescription;
import dev.hubtwin.internal.rest.Dialect;
import dev.hubtwin.internal.rest.Links;
import java.util.List;

/**
 * A world of a running twin: the URL it is served at, clients signed in as anybody, and what the control API does,
 * without HTTP. What the control API would refuse is an {@link IllegalArgumentException} with its message; a state that
 * is refused is a {@link dev.hubtwin.seed.SeedException}. A world may be used by any number of threads.
 */
public final class TwinWorld {

    private final WorldHandle handle;

    TwinWorld(WorldHandle handle) {
        this.handle = handle;
    }

    WorldHandle handle() {
        return handle;
    }

    /** Returns this world with the URL and the clients of GitHub Enterprise Server. */
    public TwinWorld enterprise() {
        Links links = handle.links();
        return new TwinWorld(new WorldHandle(
                handle.context(), handle.hosted(), new Links(links.server(), links.world(), Dialect.ENTERPRISE)));
    }

    /** Returns the name of this world in paths and host names; {@code default} for the default world. */
    public String name() {
        return handle.hosted().name();
    }

    /** Returns the root of the API of this world, without a slash at the end: where a client under test is pointed. */
    public String url() {
        return handle.links().root();
    }

    /** Returns a client with any credential. It never asks again: what a test provokes, it sees. */
    public GitHubClient client(Credential credential) {
        return GitHubClient.builder()
                .baseUrl(url())
                .credential(credential)
                .retries(Retries.none())
                .build();
    }

    /** Returns a client without a credential. */
    public GitHubClient anonymous() {
        return client(Credential.anonymous());
    }

    /** Returns a client that sends a token of the seed, or one made by {@link #tokens}. */
    public GitHubClient asToken(String token) {
        return client(Credential.token(token));
    }

    /**
     * Returns a client signed in as a user, by a new classic token.
     *
     * @param login the login of the user
     * @param scopes the scopes of the token; without any, every scope that the description has
     * @throws IllegalArgumentException if there is no such user
     */
    public GitHubClient asUser(String login, String... scopes) {
        return asToken(tokens().classic(login, scopes));
    }

    /**
     * Returns a client signed in as an installation of an app, by a new token with everything the installation has.
     *
     * @param app the slug of the app
     * @param account the login of the account it is installed on
     * @throws IllegalArgumentException if there is no such app, account or installation
     */
    public GitHubClient asInstallation(String app, String account) {
        return asToken(tokens().installation(app, account));
    }

    /**
     * Returns a client signed in as an app, by JSON web tokens (R124). An app without a key gets one.
     *
     * @param slug the slug of the app
     * @throws IllegalArgumentException if there is no such app, or only its public keys are known
     */
    public GitHubClient asApp(String slug) {
        return client(tokens().app(slug));
    }

    /**
     * Returns a client that sends the client id and client secret of a GitHub App or an OAuth app (R146).
     *
     * @throws IllegalArgumentException if there is no app with that client id
     */
    public GitHubClient asClient(String clientId) {
        return client(tokens().client(clientId));
    }

    /** Returns what makes new tokens. */
    public TwinTokens tokens() {
        return new TwinTokens(handle);
    }

    /** Returns what decides for users who are asked to sign in. */
    public TwinSignIns signIns() {
        return new TwinSignIns(handle);
    }

    /** Returns the clock of this world. */
    public TwinClock clock() {
        return new TwinClock(handle);
    }

    /** Returns the faults of this world: what goes wrong on purpose. */
    public TwinFaults faults() {
        return new TwinFaults(handle);
    }

    /** Returns what was sent from this world to webhooks. */
    public TwinDeliveries deliveries() {
        return new TwinDeliveries(handle);
    }

    /** Returns the state of this world as a whole. */
    public TwinState state() {
        return new TwinState(handle);
    }

    /** Returns the requests to this world and their responses, the newest first, with secrets masked. */
    public List<RequestLogEntry> requests() {
        return handle.runtime().requests().all(request -> true).stream()
                .map(request -> ControlModels.toClient(
                        RequestViews.entry(request, ApiDescription.github()), RequestLogEntry.class))
                .toList();
    }

    /** Returns the mails that GitHub would have sent, the newest last. */
    public List<Mail> mails() {
        return handle.runtime().mails().all().stream()
                .map(mail -> ControlModels.toClient(MailViews.mail(mail), Mail.class))
                .toList();
    }
}
