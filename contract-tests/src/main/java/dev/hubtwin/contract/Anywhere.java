package dev.hubtwin.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
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
 * What the scenarios share that run against any server: they know no fixture but the target's {@link Names}, are skipped
 * with a sentence where those do not suffice, and put back by themselves what they change.
 */
abstract class Anywhere extends Judgement {

  /** What nobody is called, and nothing. */
  static final String NOBODY = "hubtwin-nobody-is-called-so";

  /** An id that nothing has. */
  static final long NOTHING = 2_147_483_600L;

  private final Deque<Runnable> undoing = new ArrayDeque<>();

  @BeforeEach
  void meetNeeds(TestInfo scenario) {
    List<Needs> needs = Stream.of(scenario.getTestClass().map(type -> type.getAnnotation(Needs.class)),
        scenario.getTestMethod().map(method -> method.getAnnotation(Needs.class))).flatMap(Optional::stream).toList();
    Optional<String> lack = target.names().lack(needs.stream().flatMap(need -> Arrays.stream(need.value())).distinct()
        .toList());
    given(lack.isEmpty(), lack.orElse(""));
    boolean writes = scenario.getTestClass().orElseThrow().isAnnotationPresent(Writes.class)
        || scenario.getTestMethod().orElseThrow().isAnnotationPresent(Writes.class);
    given(!writes || target.prohibition().isEmpty(), "writes, and " + target.prohibition().orElse(""));
  }

  /** Says how something that this scenario does is put back, whatever comes of it; the last one is put back first. */
  void afterwards(Runnable undo) {
    undoing.push(undo);
  }

  /** Deletes something, if it is still there, and looks whether it is gone. */
  static void end(Calls calls, String path) {
    Answer answer = delete(calls, path);
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
      AssertionError failure = new AssertionError("Not everything could be put back as it was; look after it by hand:\n"
          + failures.stream().map(Anywhere::told).collect(Collectors.joining("\n")));
      failures.forEach(failure::addSuppressed);
      throw failure;
    }
  }

  private static String told(Throwable failure) {
    boolean spent = failure instanceof TestAbortedException && failure.getCause() != null;
    return (spent ? failure.getCause().getMessage() + ": " : "") + failure.getMessage();
  }

  /** Calls without any credential. */
  Calls anonymous() {
    return Calls.as(Who.ANONYMOUS, target, new CheckedClient(target));
  }

  /** Calls of somebody who may read what everybody may; a private server shows nobody anything, and its limits are low. */
  Calls reader() {
    if (target.names().has(Name.OWNER_TOKEN)) {
      return as(Name.OWNER_TOKEN);
    }
    boolean isPrivate = !target.strict() && anonymous().get("/organizations?per_page=1").status() == 401;
    given(!isPrivate, "this server answers nobody without a credential: set tokens.owner in the config file");
    return anonymous();
  }

  /** The login of the organization, or of any that the server lists. */
  String anOrganization() {
    return target.names().find(Name.ORGANIZATION).orElseGet(() -> reader().get("/organizations?per_page=1").is(200)
        .logins().stream()
        .findFirst().orElseThrow(() -> new TestAbortedException("this server lists no organization")));
  }

  /** Calls with some {@code Authorization}. */
  Calls bearing(String authorization) {
    return anonymous().with("Authorization", authorization);
  }

  /** Calls with a token of the target's names. */
  Calls as(Name token) {
    return bearing("Bearer " + name(token));
  }

  /** Calls of the app. */
  Calls app() {
    return as(jwt());
  }

  /** Calls with a JSON web token. */
  Calls as(Jwt jwt) {
    return bearing("Bearer " + jwt.text());
  }

  /** A JSON web token of the app. */
  Jwt jwt() {
    return Jwt.signed(Long.valueOf(name(Name.APP_ID)), name(Name.APP_KEY));
  }

  /** Calls with a name and a password. */
  Calls basic(String user, String password) {
    return bearing("Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8)));
  }

  /** One of the target's names; a scenario declares that it {@link Needs} it. */
  String name(Name name) {
    return target.names().find(name).orElseThrow(() -> new IllegalStateException(name.key() + " is used and not declared"));
  }

  /** A path below the organization. */
  String organization(String more) {
    return "/orgs/" + name(Name.ORGANIZATION) + more;
  }

  static Answer post(Calls calls, String path, String body) {
    return calls.send("POST", path, BodyPublishers.ofString(body));
  }

  static Answer put(Calls calls, String path) {
    return calls.send("PUT", path, BodyPublishers.noBody());
  }

  static Answer put(Calls calls, String path, String body) {
    return calls.send("PUT", path, BodyPublishers.ofString(body));
  }

  static Answer delete(Calls calls, String path) {
    return calls.send("DELETE", path, BodyPublishers.noBody());
  }

  /** The logins on every page. */
  static List<String> logins(Calls calls, String path) {
    return calls.pages(path).stream().flatMap(page -> page.logins().stream()).toList();
  }

  /** The elements of a list. */
  static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
