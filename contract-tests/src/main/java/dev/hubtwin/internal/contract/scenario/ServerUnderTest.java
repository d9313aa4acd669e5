package dev.hubtwin.internal.contract.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hubtwin.internal.contract.config.ConfigKey;
import dev.hubtwin.internal.contract.config.Target;
import dev.hubtwin.internal.contract.description.Description;
import dev.hubtwin.internal.contract.description.ValidatingClient;
import dev.hubtwin.internal.contract.http.ContractViolation;
import dev.hubtwin.internal.contract.http.ForgeableJwt;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.RequestLine;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.http.UnmetExpectation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.opentest4j.TestAbortedException;

/**
 * A server under test of which a scenario knows no more than the target's config. A server that is not a twin is held
 * to what GitHub's documents promise; unless the target is strict, other differences only skip the scenario. What a
 * scenario changes, it says how to put back.
 */
public final class ServerUnderTest implements Restorable {

    /** A name that no account and no app has. */
    public static final String NOBODY = "hubtwin-nobody-is-called-so";

    /** An id that nothing has. */
    public static final long NOTHING = 2_147_483_600L;

    private final Target target;
    private final Deque<Runnable> restorations = new ArrayDeque<>();

    ServerUnderTest(Target target) {
        this.target = target;
    }

    /** Returns the server, and where on it the API is. */
    public Target target() {
        return target;
    }

    /** Says how to put back something that this scenario does, whatever comes of it; the last one is put back first. */
    public void afterwards(Runnable restoration) {
        restorations.push(restoration);
    }

    /** Deletes something, if it is still there, and holds that it is gone. */
    public static void deleteIfPresent(TestClient client, String path) {
        HttpAnswer answer = client.delete(path);
        Checks.hold(answer.status() == 204 || answer.status() == 404, answer, "the status 204, or 404 if it is gone");
        client.get(path).is(404);
    }

    @Override
    public void restore() {
        List<Throwable> failures = new ArrayList<>();
        while (!restorations.isEmpty()) {
            try {
                restorations.pop().run();
            } catch (AssertionError | RuntimeException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            AssertionError failure =
                    UnmetExpectation.restoration("Not everything could be restored; restore it by hand:\n"
                            + failures.stream().map(ServerUnderTest::message).collect(Collectors.joining("\n")));
            failures.forEach(failure::addSuppressed);
            throw failure;
        }
    }

    private static String message(Throwable failure) {
        boolean rateLimited = failure instanceof TestAbortedException && failure.getCause() != null;
        return (rateLimited ? failure.getCause().getMessage() + ": " : "") + failure.getMessage();
    }

    /** Returns a client without any credential. */
    public TestClient anonymous() {
        return TestClient.anonymous(target.root(), new ValidatingClient(target));
    }

    /**
     * Returns a client that may read what is public: as the owner where there is a token, for a private server shows
     * nothing to anonymous callers, and their rate limit is low.
     */
    public TestClient reader() {
        if (target.config().has(ConfigKey.OWNER_TOKEN)) {
            return as(ConfigKey.OWNER_TOKEN);
        }
        boolean isPrivate =
                !target.strict() && anonymous().get("/organizations?per_page=1").status() == 401;
        Checks.given(
                !isPrivate, "this server does not answer without a credential: set tokens.owner in the config file");
        return anonymous();
    }

    /** Returns the login of the config's organization, or of any that the server lists. */
    public String anOrganization() {
        return target.config()
                .find(ConfigKey.ORGANIZATION)
                .orElseGet(() -> reader().get("/organizations?per_page=1").is(200).logins().stream()
                        .findFirst()
                        .orElseThrow(() -> new TestAbortedException("this server lists no organization")));
    }

    /** Returns a client with that {@code Authorization}. */
    public TestClient bearing(String authorization) {
        return anonymous().with("Authorization", authorization);
    }

    /** Returns a client with a token of the config. */
    public TestClient as(ConfigKey token) {
        return bearing("Bearer " + name(token));
    }

    /** Returns a client of the app. */
    public TestClient app() {
        return as(jwt());
    }

    /** Returns a client with a JSON web token. */
    public TestClient as(ForgeableJwt jwt) {
        return bearing("Bearer " + jwt.text());
    }

    /** Returns a JSON web token of the app. */
    public ForgeableJwt jwt() {
        return ForgeableJwt.signed(Long.valueOf(name(ConfigKey.APP_ID)), name(ConfigKey.APP_KEY));
    }

    /** Returns a client with a name and a password. */
    public TestClient basic(String user, String password) {
        return bearing("Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8)));
    }

    /** Returns a value of the config; a scenario declares that it {@link Requires} it. */
    public String name(ConfigKey name) {
        return target.config()
                .find(name)
                .orElseThrow(() -> new IllegalStateException(name.key() + " is used and not declared"));
    }

    /** Returns a path below the config's organization. */
    public String organization(String path) {
        return "/orgs/" + name(ConfigKey.ORGANIZATION) + path;
    }

    /**
     * Returns the answer, if it has the first of some statuses, or one of the others. A strict target must have the
     * first. Of a target that is not strict, another status fails the scenario if GitHub's documents promise the first
     * one, and else skips it.
     */
    public HttpAnswer expect(HttpAnswer answer, int status, int... others) {
        boolean other = !target.strict() && Arrays.stream(others).anyMatch(one -> one == answer.status());
        if (answer.status() == status || other) {
            return answer;
        }
        AssertionError failure = UnmetExpectation.status(status, answer);
        throw isDocumented(answer.request(), status) || answer.status() >= 500 ? failure : tolerated(failure);
    }

    private boolean isDocumented(RequestLine asked, int status) {
        String path =
                asked.uri().getRawPath().substring(target.root().getRawPath().length());
        return Description.PUBLISHED
                .operation(asked.method(), path)
                .map(operation -> Description.PUBLISHED.isDocumented(operation, status))
                .orElse(false);
    }

    /**
     * Checks something that GitHub does and its documents do not promise: a strict target fails, another one skips the
     * scenario with a message.
     */
    public void byConvention(Runnable check) {
        try {
            check.run();
        } catch (ContractViolation e) {
            throw e;
        } catch (AssertionError e) {
            throw tolerated(e);
        }
    }

    private Error tolerated(AssertionError failure) {
        if (target.strict()) {
            return failure;
        }
        throw new TestAbortedException(
                "differs from GitHub where its documents promise nothing (--strict makes this a failure): "
                        + failure.getMessage(),
                failure);
    }
}
