package dev.hubtwin.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.client.api.AppsApi;
import dev.hubtwin.client.api.CampaignsApi;
import dev.hubtwin.client.api.InstallationsApi;
import dev.hubtwin.client.api.MembersApi;
import dev.hubtwin.client.api.MembershipsApi;
import dev.hubtwin.client.api.MetaApi;
import dev.hubtwin.client.api.OrganizationsApi;
import dev.hubtwin.client.api.OutsideCollaboratorsApi;
import dev.hubtwin.client.api.WebhooksApi;
import dev.hubtwin.client.invoker.ApiClient;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.function.Consumer;

/**
 * A client that bears a credential. Any number of them share one HTTP client and one object mapper, so another one
 * costs nothing; the generated APIs are made from it, by the methods here or by their constructors.
 */
public final class GitHubClient extends ApiClient {

    private static final HttpClient SHARED = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = createDefaultObjectMapper();

    private final String url;
    private final Credential credential;
    private final HttpClient http;

    /** A client of github.com. */
    public GitHubClient(Credential credential) {
        this("https://api.github.com", credential);
    }

    /**
     * A client of any server.
     *
     * @param url the root of the API, without a slash at its end; an enterprise server's ends with {@code /api/v3}
     */
    public GitHubClient(String url, Credential credential) {
        this(url, credential, SHARED);
    }

    private GitHubClient(String url, Credential credential, HttpClient http) {
        super(createDefaultHttpClientBuilder(), JSON, url);
        this.url = url;
        this.credential = credential;
        this.http = http;
    }

    /** Returns a client like this one with another credential. */
    public GitHubClient with(Credential other) {
        return new GitHubClient(url, other, http);
    }

    /** Returns a client like this one, which asks again when it is told to. */
    public GitHubClient with(Retries retries) {
        return new GitHubClient(url, credential, new RetryingHttp(SHARED, retries));
    }

    /** Organizations: list, get, update. */
    public OrganizationsApi organizations() {
        return new OrganizationsApi(this);
    }

    /** Members, and public ones. */
    public MembersApi members() {
        return new MembersApi(this);
    }

    /** Memberships: invite, change roles, accept. */
    public MembershipsApi memberships() {
        return new MembershipsApi(this);
    }

    /** Outside collaborators. */
    public OutsideCollaboratorsApi outsideCollaborators() {
        return new OutsideCollaboratorsApi(this);
    }

    /** Webhooks of organizations. */
    public WebhooksApi webhooks() {
        return new WebhooksApi(this);
    }

    /** GitHub Apps. */
    public AppsApi apps() {
        return new AppsApi(this);
    }

    /** Installations of apps, and their tokens. */
    public InstallationsApi installations() {
        return new InstallationsApi(this);
    }

    /** Security campaigns. */
    public CampaignsApi campaigns() {
        return new CampaignsApi(this);
    }

    /** Users, repositories, limits. */
    public MetaApi meta() {
        return new MetaApi(this);
    }

    /** The one that all share, which asks again if this client does. */
    @Override
    public HttpClient getHttpClient() {
        return http;
    }

    /** The one that all share; not to be changed. */
    @Override
    public ObjectMapper getObjectMapper() {
        return JSON;
    }

    /** Presents the credential, then does what was set with {@link #setRequestInterceptor}. */
    @Override
    public Consumer<HttpRequest.Builder> getRequestInterceptor() {
        Consumer<HttpRequest.Builder> own =
                request -> credential.authorization().ifPresent(value -> request.setHeader("Authorization", value));
        Consumer<HttpRequest.Builder> more = super.getRequestInterceptor();
        return more == null ? own : own.andThen(more);
    }
}
