package dev.hubtwin.client;

import dev.hubtwin.client.model.InstallationTokenCreate;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a {@link GitHubClient} is made with. Every method but {@link #build} returns the builder itself. It is
 * not thread-safe.
 */
public final class GitHubClientBuilder {

    private static final String DEFAULT_API_VERSION = "2022-11-28";
    private static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);
    private static final int DEFAULT_RETRIES = 3;

    private String baseUrl = "https://api.github.com";
    private Credential credential = Credential.anonymous();
    private @Nullable String installation;
    private InstallationTokenCreate access = InstallationTokenCreate.builder().build();
    private String apiVersion = DEFAULT_API_VERSION;
    private String userAgent = "hubtwin-java/" + GitHubOperations.VERSION;
    private @Nullable HttpClient given;
    private @Nullable HttpClient made;
    private @Nullable ProxySelector proxy;
    private Duration connectTimeout = DEFAULT_CONNECT_TIMEOUT;
    private Duration timeout = DEFAULT_TIMEOUT;
    private Retries retries = Retries.upTo(DEFAULT_RETRIES);
    private Optional<AnswerCache> cache = Optional.empty();
    private List<ClientListener> listeners = new ArrayList<>();
    private Timer timer = Timer.real();
    private Clock clock = Clock.systemUTC();
    private RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();

    GitHubClientBuilder() {}

    GitHubClientBuilder(GitHubClientBuilder other) {
        baseUrl = other.baseUrl;
        credential = other.credential;
        installation = other.installation;
        access = other.access;
        apiVersion = other.apiVersion;
        userAgent = other.userAgent;
        given = other.given;
        made = other.made;
        proxy = other.proxy;
        connectTimeout = other.connectTimeout;
        timeout = other.timeout;
        retries = other.retries;
        cache = other.cache;
        listeners = new ArrayList<>(other.listeners);
        timer = other.timer;
        clock = other.clock;
        random = other.random;
    }

    /**
     * Sets the root of the API, as it is: nothing is added to it. Default: {@code https://api.github.com}.
     *
     * @param url with or without a slash at its end
     * @throws IllegalArgumentException if this is not an http or https URL without a query
     */
    public GitHubClientBuilder baseUrl(String url) {
        URI uri = URI.create(url);
        if (!String.valueOf(uri.getScheme()).matches("(?i)https?") || uri.getHost() == null || uri.getQuery() != null) {
            throw new IllegalArgumentException("the root of an API is an http or https URL");
        }
        baseUrl = url.replaceFirst("/+$", "");
        return this;
    }

    /**
     * Sets a server of GitHub Enterprise.
     *
     * @param host such as {@code github.example.com}; what is below {@code /api/v3} there is called
     */
    public GitHubClientBuilder enterprise(String host) {
        return baseUrl((host.contains("://") ? host : "https://" + host).replaceFirst("/+$", "") + "/api/v3");
    }

    /** Sets who calls. */
    public GitHubClientBuilder credential(Credential caller) {
        credential = caller;
        installation = null;
        return this;
    }

    /** Signs in as whoever a token was made for: a user, an app for a user, or an installation. */
    public GitHubClientBuilder token(String token) {
        return credential(Credential.token(token));
    }

    /**
     * Signs in as a GitHub App.
     *
     * @param id the id of the app, or its client id
     * @param pem its private key as GitHub gives it, PKCS#1, or as PKCS#8
     */
    public GitHubClientBuilder app(String id, String pem) {
        return app(id, PrivateKeys.read(pem));
    }

    /** Signs in as a GitHub App, by its id or client id and its private key. */
    public GitHubClientBuilder app(String id, PrivateKey key) {
        return credential(Credential.app(id, key));
    }

    /** Signs in as a GitHub App, by its id and its private key in PEM. */
    public GitHubClientBuilder app(long id, String pem) {
        return app(Long.toString(id), pem);
    }

    /** Signs in as an installation of the app that was named before: gets tokens, and replaces each before it ends. */
    public GitHubClientBuilder installation(long id) {
        return installation(Long.toString(id));
    }

    /**
     * Signs in as the installation of the app on an organization or a repository.
     *
     * @param place the login of the organization, or {@code owner/repo}
     */
    public GitHubClientBuilder installation(String place) {
        return installation(place, InstallationTokenCreate.builder().build());
    }

    /**
     * Signs in as an installation with a part of what it has.
     *
     * @param place its id, the login of an organization, or {@code owner/repo}
     * @param narrowed the repositories and permissions that the tokens are for
     * @throws IllegalStateException if no app was named before
     */
    public GitHubClientBuilder installation(String place, InstallationTokenCreate narrowed) {
        if (!(credential instanceof AppCredential)) {
            throw new IllegalStateException("name the app of the installation first");
        }
        installation = place;
        access = narrowed;
        return this;
    }

    /** Signs in as a GitHub App or an OAuth app by its client id and client secret. */
    public GitHubClientBuilder clientCredentials(String clientId, String clientSecret) {
        return credential(Credential.clientCredentials(clientId, clientSecret));
    }

    /** Does not sign in. */
    public GitHubClientBuilder anonymous() {
        return credential(Credential.anonymous());
    }

    /** Sets the version of the API that answers shall have. Default: {@code 2022-11-28}. */
    public GitHubClientBuilder apiVersion(String version) {
        apiVersion = version;
        return this;
    }

    /** Sets how the client calls itself; GitHub asks for the name of the application. */
    public GitHubClientBuilder userAgent(String agent) {
        userAgent = agent;
        return this;
    }

    /** Sets the client that sends. A proxy and a connect time-out are its own then, and not to be set here. */
    public GitHubClientBuilder httpClient(HttpClient client) {
        given = client;
        return this;
    }

    /** Sends through a proxy. Default: what the system properties of the JVM say. */
    public GitHubClientBuilder proxy(String host, int port) {
        return proxy(ProxySelector.of(InetSocketAddress.createUnresolved(host, port)));
    }

    /** Sends through the proxies that something chooses. */
    public GitHubClientBuilder proxy(ProxySelector selector) {
        proxy = selector;
        made = null;
        return this;
    }

    /** Sets how long a connection may take to be made. Default: 10 s. */
    public GitHubClientBuilder connectTimeout(Duration duration) {
        connectTimeout = duration;
        made = null;
        return this;
    }

    /** Sets how long a request may take until its answer is read to the end. Default: 30 s. */
    public GitHubClientBuilder timeout(Duration duration) {
        timeout = duration;
        return this;
    }

    /** Sets when calls are sent again. Default: at most three times, within a minute and a half. */
    public GitHubClientBuilder retries(Retries when) {
        retries = when;
        return this;
    }

    /** Keeps answers, and asks GitHub whether they are still good. Default: nothing is kept. */
    public GitHubClientBuilder cache(AnswerCache responses) {
        cache = Optional.of(responses);
        return this;
    }

    /** Adds somebody who is told of every request. */
    public GitHubClientBuilder listener(ClientListener listener) {
        listeners.add(listener);
        return this;
    }

    /** Sets where time and chance come from. */
    GitHubClientBuilder by(Clock time, Timer wait, RandomGenerator chance) {
        clock = time;
        timer = wait;
        random = chance;
        return this;
    }

    /**
     * Makes the client. The builder may go on being used.
     *
     * @throws IllegalStateException if an HTTP client was given, and a proxy or a connect time-out that it does not
     *     have
     */
    public GitHubClient build() {
        if (given != null && !isPlain()) {
            throw new IllegalStateException("a proxy and a connect time-out belong to the HTTP client that was given");
        }
        HttpClient http = given == null ? made() : given;
        ClientSettings settings = new ClientSettings(
                baseUrl,
                apiVersion,
                userAgent,
                http,
                timeout,
                retries,
                cache,
                new Listeners(listeners),
                timer,
                clock,
                random);
        Authenticator authorization =
                Authenticator.of(credential instanceof AppCredential app ? app.by(clock) : credential);
        if (installation != null) {
            authorization =
                    new InstallationAuthenticator(new ClientTransport(settings, authorization), installation, access);
        }
        return new GitHubClient(new ClientTransport(settings, authorization), new GitHubClientBuilder(this));
    }

    private HttpClient made() {
        if (made == null) {
            made = isPlain() ? Shared.HTTP : connections();
        }
        return made;
    }

    private boolean isPlain() {
        return proxy == null && connectTimeout.equals(DEFAULT_CONNECT_TIMEOUT);
    }

    private HttpClient connections() {
        HttpClient.Builder builder =
                HttpClient.newBuilder().connectTimeout(connectTimeout).followRedirects(HttpClient.Redirect.NEVER);
        return (proxy == null ? builder : builder.proxy(proxy)).build();
    }

    /** The connections of all clients that want nothing special. */
    private static final class Shared {
        private static final HttpClient HTTP = HttpClient.newBuilder()
                .connectTimeout(DEFAULT_CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }
}
