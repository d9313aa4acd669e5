package dev.hubtwin.internal.contract.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.ConfigKey;
import dev.hubtwin.internal.contract.config.TargetConfig;
import dev.hubtwin.internal.contract.description.ValidatingClient;
import dev.hubtwin.internal.contract.http.ForgeableJwt;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.opentest4j.TestAbortedException;

/**
 * What the scenarios share that run against any server: they know no fixture but the target's {@link TargetConfig}, are
 * skipped with a sentence where those do not suffice, and put back by themselves what they change.
 */
public abstract class PortableScenarios extends ScenarioBase {

    /** What nobody is called, and nothing. */
    public static final String NOBODY = "hubtwin-nobody-is-called-so";

    /** An id that nothing has. */
    public static final long NOTHING = 2_147_483_600L;

    private final Deque<Runnable> undoing = new ArrayDeque<>();

    @BeforeEach
    void meetNeeds(TestInfo scenario) {
        List<Requires> needs = Stream.of(
                        scenario.getTestClass().map(type -> type.getAnnotation(Requires.class)),
                        scenario.getTestMethod().map(method -> method.getAnnotation(Requires.class)))
                .flatMap(Optional::stream)
                .toList();
        Optional<String> lack = target.names()
                .lack(needs.stream()
                        .flatMap(need -> Arrays.stream(need.value()))
                        .distinct()
                        .toList());
        given(lack.isEmpty(), lack.orElse(""));
        boolean writes = scenario.getTestClass().orElseThrow().isAnnotationPresent(Writes.class)
                || scenario.getTestMethod().orElseThrow().isAnnotationPresent(Writes.class);
        given(
                !writes || target.prohibition().isEmpty(),
                "writes, and " + target.prohibition().orElse(""));
    }

    /** Says how something that this scenario does is put back, whatever comes of it; the last one is put back first. */
    public void afterwards(Runnable undo) {
        undoing.push(undo);
    }

    /** Deletes something, if it is still there, and looks whether it is gone. */
    public static void end(TestClient calls, String path) {
        HttpAnswer answer = delete(calls, path);
        hold(answer.status() == 204 || answer.status() == 404, answer, "the status 204, or 404 if it is gone");
        calls.get(path).is(404);
    }

    @AfterEach
    void putBack() {
        List<Throwable> failures = new ArrayList<>();
        while (!undoing.isEmpty()) {
            try {
                undoing.pop().run();
            } catch (AssertionError | RuntimeException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            AssertionError failure =
                    new AssertionError("Not everything could be put back as it was; look after it by hand:\n"
                            + failures.stream().map(PortableScenarios::told).collect(Collectors.joining("\n")));
            failures.forEach(failure::addSuppressed);
            throw failure;
        }
    }

    private static String told(Throwable failure) {
        boolean spent = failure instanceof TestAbortedException && failure.getCause() != null;
        return (spent ? failure.getCause().getMessage() + ": " : "") + failure.getMessage();
    }

    /** Calls without any credential. */
    public TestClient anonymous() {
        return TestClient.anonymous(target.root(), new ValidatingClient(target));
    }

    /**
     * Calls of somebody who may read what everybody may; a private server shows nobody anything, and its limits are
     * low.
     */
    public TestClient reader() {
        if (target.names().has(ConfigKey.OWNER_TOKEN)) {
            return as(ConfigKey.OWNER_TOKEN);
        }
        boolean isPrivate =
                !target.strict() && anonymous().get("/organizations?per_page=1").status() == 401;
        given(!isPrivate, "this server answers nobody without a credential: set tokens.owner in the config file");
        return anonymous();
    }

    /** The login of the organization, or of any that the server lists. */
    public String anOrganization() {
        return target.names()
                .find(ConfigKey.ORGANIZATION)
                .orElseGet(() -> reader().get("/organizations?per_page=1").is(200).logins().stream()
                        .findFirst()
                        .orElseThrow(() -> new TestAbortedException("this server lists no organization")));
    }

    /** Calls with some {@code Authorization}. */
    public TestClient bearing(String authorization) {
        return anonymous().with("Authorization", authorization);
    }

    /** Calls with a token of the target's names. */
    public TestClient as(ConfigKey token) {
        return bearing("Bearer " + name(token));
    }

    /** Calls of the app. */
    public TestClient app() {
        return as(jwt());
    }

    /** Calls with a JSON web token. */
    public TestClient as(ForgeableJwt jwt) {
        return bearing("Bearer " + jwt.text());
    }

    /** A JSON web token of the app. */
    public ForgeableJwt jwt() {
        return ForgeableJwt.signed(Long.valueOf(name(ConfigKey.APP_ID)), name(ConfigKey.APP_KEY));
    }

    /** Calls with a name and a password. */
    public TestClient basic(String user, String password) {
        return bearing("Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8)));
    }

    /** One of the target's names; a scenario declares that it {@link Requires} it. */
    public String name(ConfigKey name) {
        return target.names()
                .find(name)
                .orElseThrow(() -> new IllegalStateException(name.key() + " is used and not declared"));
    }

    /** A path below the organization. */
    public String organization(String more) {
        return "/orgs/" + name(ConfigKey.ORGANIZATION) + more;
    }

    public static HttpAnswer post(TestClient calls, String path, String body) {
        return calls.send("POST", path, BodyPublishers.ofString(body));
    }

    public static HttpAnswer put(TestClient calls, String path) {
        return calls.send("PUT", path, BodyPublishers.noBody());
    }

    public static HttpAnswer put(TestClient calls, String path, String body) {
        return calls.send("PUT", path, BodyPublishers.ofString(body));
    }

    public static HttpAnswer delete(TestClient calls, String path) {
        return calls.send("DELETE", path, BodyPublishers.noBody());
    }

    /** The logins on every page. */
    public static List<String> logins(TestClient calls, String path) {
        return calls.pages(path).stream()
                .flatMap(page -> page.logins().stream())
                .toList();
    }

    /** The elements of a list. */
    public static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
