package dev.hubtwin.client;

import java.util.Map;

/**
 * A client of GitHub's API, with a method for each tag of it. It is immutable, may be used by any number of threads,
 * and need not be closed: it owns nothing but what the JDK cleans up.
 *
 * <pre>{@code
 * GitHubClient client = GitHubClient.builder().token(System.getenv("GITHUB_TOKEN")).build();
 * String name = client.organizations().get("acme").getName();
 * }</pre>
 *
 * <p>Whatever does not succeed is a {@link GitHubException}.
 */
public final class GitHubClient extends GitHubOperations {

    private final GitHubClientBuilder builder;

    GitHubClient(ClientTransport transport, GitHubClientBuilder builder) {
        super(transport);
        this.builder = builder;
    }

    /** Returns what a client is made with, set to call api.github.com without signing in. */
    public static GitHubClientBuilder builder() {
        return new GitHubClientBuilder();
    }

    /** Returns what this client was made with, to make another one that shares its connections. */
    public GitHubClientBuilder toBuilder() {
        return new GitHubClientBuilder(builder);
    }

    /** Returns the root of the API, without a slash at its end. */
    public String baseUrl() {
        return transport.settings().baseUrl();
    }

    /** Returns what the last answers said of the limits, by the resource that each is of. It makes no request. */
    public Map<String, RateLimitView> rateLimits() {
        return Map.copyOf(transport.limits());
    }

    /** Returns the URL of the API, and nothing of the credential. */
    @Override
    public String toString() {
        return "a client of " + baseUrl();
    }
}
