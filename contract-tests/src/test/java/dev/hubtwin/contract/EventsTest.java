package dev.hubtwin.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.WithTwin;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kohsuke.github.GHEventPayload;
import org.kohsuke.github.GitHub;

/** What a real receiver hears, held against libraries that are not the twin's (R112, R122, R123). */
@ExtendWith(WithTwin.class)
class EventsTest extends Webhooks {

  private static final String SECRET = "It's a secret, \u00fcber all";
  private static final Map<String, Class<? extends GHEventPayload>> KNOWN = Map.of(
      "ping", GHEventPayload.Ping.class,
      "member", GHEventPayload.Member.class,
      "membership", GHEventPayload.Membership.class,
      "team", GHEventPayload.Team.class,
      "installation", GHEventPayload.Installation.class,
      "installation_repositories", GHEventPayload.InstallationRepositories.class);

  private HookReceiver receiver;
  /** Whether merges are told of. */
  private boolean loud;

  @BeforeEach
  void begin() throws IOException {
    changing();
    receiver = new HookReceiver();
    merge("""
        {"organizations": [{"login": "beacon", "teams": [{"slug": "lamp", "name": "Lamp", "members": ["mona", "nora"],
           "repositories": [{"name": "light", "permission": "push"}]}]}],
         "repositories": [{"owner": "beacon", "name": "light", "visibility": "private",
           "collaborators": [{"login": "mona", "permission": "admin"}, {"login": "dana", "permission": "pull"}]}]}
        """);
  }

  @AfterEach
  void end() {
    receiver.close();
  }

  /** A webhook of everything, whose first ping has been heard. */
  private String hook() throws Exception {
    Answer made = post(Who.WADE, HOOKS, "{\"name\": \"web\", \"events\": [\"*\"], \"config\": {\"url\": \""
        + receiver.url("/hook") + "\", \"content_type\": \"json\", \"secret\": \"" + SECRET + "\"}}").is(201);
    assertEquals("ping", next().what());
    return made.header("Location");
  }

  /** What is heard next, signed as it should be and understood by hub4j. */
  private HookReceiver.Heard next() throws Exception {
    HookReceiver.Heard heard = receiver.next();
    HmacUtils sha1 = new HmacUtils(HmacAlgorithms.HMAC_SHA_1, SECRET.getBytes(StandardCharsets.UTF_8));
    HmacUtils sha256 = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, SECRET.getBytes(StandardCharsets.UTF_8));
    assertEquals("sha1=" + sha1.hmacHex(heard.body()), heard.header("X-Hub-Signature"));
    assertEquals("sha256=" + sha256.hmacHex(heard.body()), heard.header("X-Hub-Signature-256"));
    parse(heard);
    assertFalse(new String(heard.body(), StandardCharsets.UTF_8).contains("ber all"), "the secret");
    if (!loud) { // the control API has a root of its own
      assertEquals(List.of(), new Addresses(target).strays(heard.payload()));
    }
    return heard;
  }

  private static void parse(HookReceiver.Heard heard) throws IOException {
    Class<? extends GHEventPayload> type = KNOWN.get(heard.header("X-GitHub-Event"));
    if (type != null) {
      GHEventPayload parsed = GitHub.offline().parseEventPayload(new StringReader(heard.payload().toString()), type);
      assertEquals(heard.payload().at("/sender/login").asText(), parsed.getSender().getLogin());
    }
  }

  /** What is heard until a ping that is asked for now. */
  private List<String> heard(String hook) throws Exception {
    post(Who.WADE, hook + "/pings", "").is(204);
    List<String> all = new ArrayList<>();
    for (String what = next().what(); !what.equals("ping"); what = next().what()) {
      all.add(what);
    }
    return all;
  }

  @Test
  @DisplayName("A delivery has every header, and names the organization, the webhook and the sender (R123)")
  void hasHeaders() throws Exception {
    String hook = hook();
    put(Who.WADE_ADMIN_ORG, "/orgs/beacon/memberships/hank").is(200);
    HookReceiver.Heard heard = next();
    assertEquals("organization member_invited", heard.what());
    assertTrue(heard.header("User-Agent").startsWith("GitHub-Hookshot/"));
    assertEquals("application/json", heard.header("Content-Type"));
    assertEquals(hook.substring(hook.lastIndexOf('/') + 1), heard.header("X-GitHub-Hook-ID"));
    assertEquals("9401 organization", heard.header("X-GitHub-Hook-Installation-Target-ID") + " "
        + heard.header("X-GitHub-Hook-Installation-Target-Type"));
    assertTrue(heard.header("X-GitHub-Delivery").matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
    assertEquals(target.enterprise() ? "2.22.0 127.0.0.1" : "null null",
        heard.header("X-GitHub-Enterprise-Version") + " " + heard.header("X-GitHub-Enterprise-Host"));
    JsonNode payload = heard.payload();
    assertEquals("beacon wade hank", payload.at("/organization/login").asText() + " " + payload.at("/sender/login").asText()
        + " " + payload.at("/user/login").asText());
    assertEquals("hank direct_member wade", payload.at("/invitation/login").asText() + " " + payload.at("/invitation/role").asText()
        + " " + payload.at("/invitation/inviter/login").asText());
    assertFalse(payload.has("installation"));
  }

  @Test
  @DisplayName("A webhook without a secret is not signed, and a form has its payload in a field (R111, R112)")
  void sendsForms() throws Exception {
    make(Who.WADE, "{\"url\": \"" + receiver.url("/form") + "\"}").is(201);
    HookReceiver.Heard heard = receiver.next();
    assertEquals("application/x-www-form-urlencoded", heard.header("Content-Type"));
    assertNull(heard.header("X-Hub-Signature"));
    assertNull(heard.header("X-Hub-Signature-256"));
    assertTrue(new String(heard.body(), StandardCharsets.UTF_8).startsWith("payload=%7B%22zen%22"));
    assertEquals(List.of("zen", "hook_id", "hook", "organization", "sender"), names(heard.payload()));
    parse(heard);
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  @DisplayName("Who is invited, comes, leaves or is converted is told, with teams and repositories, and nothing else is")
  void tellsOfPeople() throws Exception {
    String hook = hook();
    put(Who.WADE_ADMIN_ORG, "/orgs/beacon/memberships/hank").is(200);
    assertEquals(List.of("organization member_invited"), heard(hook));
    put(Who.WADE_ADMIN_ORG, "/orgs/beacon/memberships/hank", "{\"role\": \"admin\"}").is(200);
    put(Who.WADE_ADMIN_ORG, "/orgs/beacon/memberships/hank", "{\"role\": \"member\"}").is(200);
    assertEquals(List.of(), heard(hook));
    accept(Who.HANK, "beacon").is(200);
    accept(Who.HANK, "beacon").is(200);
    assertEquals(List.of("organization member_added"), heard(hook));
    put(Who.WADE_ADMIN_ORG, "/orgs/beacon/memberships/hank", "{\"role\": \"admin\"}").is(200);
    put(Who.HANK, "/orgs/beacon/public_members/hank").is(204);
    delete(Who.HANK, "/orgs/beacon/public_members/hank").is(204);
    as(Who.WADE_ADMIN_ORG).patch("/orgs/beacon", "{\"description\": \"Shines\"}").is(200);
    assertEquals(List.of(), heard(hook));
    delete(Who.WADE_ADMIN_ORG, "/orgs/beacon/members/mona").is(204);
    assertEquals(List.of("membership removed", "member removed", "organization member_removed"), heard(hook));
    put(Who.WADE_ADMIN_ORG, "/orgs/beacon/outside_collaborators/nora").is(204);
    assertEquals(List.of("membership removed", "member added", "organization member_removed"), heard(hook));
    delete(Who.WADE_ADMIN_ORG, "/orgs/beacon/outside_collaborators/dana").is(204);
    delete(Who.WADE_ADMIN_ORG, "/orgs/beacon/outside_collaborators/dana").is(204);
    assertEquals(List.of("member removed"), heard(hook));
    delete(Who.WADE_ADMIN_ORG, "/orgs/beacon/memberships/hank").is(204);
    put(Who.WADE_ADMIN_ORG, "/orgs/beacon/memberships/anna").is(200);
    delete(Who.WADE_ADMIN_ORG, "/orgs/beacon/memberships/anna").is(204);
    assertEquals(List.of("organization member_removed", "organization member_invited"), heard(hook));
    delete(Who.WADE_ADMIN_ORG, "/orgs/beacon/members/wade").is(403);
    assertEquals(List.of(), heard(hook));
  }

  @Test
  @DisplayName("A conversion that takes its time is told when it has happened (R100)")
  void tellsOfTime() throws Exception {
    String hook = hook();
    merge("{\"settings\": {\"async_conversion\": \"PT1H\"}}");
    put(Who.WADE_ADMIN_ORG, "/orgs/beacon/outside_collaborators/nora").is(202);
    assertEquals(List.of(), heard(hook));
    clock("PT2H");
    assertEquals(List.of("membership removed", "member added", "organization member_removed"), heard(hook));
  }

  @Test
  @DisplayName("A webhook hears only what it subscribed to while it is active, and a meta when it is deleted")
  void tellsSubscribersOnly() throws Exception {
    String hook = hook();
    as(Who.WADE).patch(hook, "{\"events\": [\"membership\"]}").is(200);
    delete(Who.WADE_ADMIN_ORG, "/orgs/beacon/members/mona").is(204);
    assertEquals(List.of("membership removed"), heard(hook));
    as(Who.WADE).patch(hook, "{\"active\": false, \"events\": [\"*\"]}").is(200);
    put(Who.WADE_ADMIN_ORG, "/orgs/beacon/memberships/hank").is(200);
    assertEquals(List.of(), heard(hook));
    as(Who.WADE).patch(hook, "{\"active\": true}").is(200);
    delete(Who.WADE, hook).is(204);
    HookReceiver.Heard last = next();
    assertEquals("meta deleted", last.what());
    assertEquals(List.of("action", "hook_id", "hook", "organization", "sender"), names(last.payload()));
  }

  @Test
  @DisplayName("An app that is installed hears of it by its permissions and events, and not while it is suspended (R143)")
  void tellsApps() throws Exception {
    String app = """
        {"apps": [{"slug": "ear", "id": 77, "owner": "wade", "permissions": {"members": "read"}, "events": ["organization", "member"],
          "webhook": {"url": "%s", "secret": "%s", "content_type": "json"},
          "installations": [{"id": 770, "account": "beacon"%s}]}]}""";
    String url = receiver.url("/app");
    merge(app.formatted(url, SECRET, ""));
    assertEquals("ping, installation created", heardOf(app.replace("ear", "eye").replace("77", "78").formatted(url, SECRET, ""), 2));
    put(Who.WADE_ADMIN_ORG, "/orgs/beacon/memberships/hank").is(200);
    HookReceiver.Heard one = next();
    HookReceiver.Heard other = next();
    assertEquals("organization member_invited organization member_invited", one.what() + " " + other.what());
    HookReceiver.Heard ear = one.header("X-GitHub-Hook-ID").equals("77") ? one : other;
    assertEquals("77 77 integration", ear.header("X-GitHub-Hook-ID") + " " + ear.header("X-GitHub-Hook-Installation-Target-ID")
        + " " + ear.header("X-GitHub-Hook-Installation-Target-Type"));
    assertEquals(770, ear.payload().at("/installation/id").asInt());
    merge("{\"apps\": [{\"slug\": \"eye\", \"$delete\": true}]}");
    merge("{\"apps\": [{\"slug\": \"ear\", \"installations\": [{\"id\": 770, \"permissions\": {\"metadata\": \"read\"}}]}]}");
    delete(Who.WADE_ADMIN_ORG, "/orgs/beacon/memberships/hank").is(204);
    put(Who.WADE_ADMIN_ORG, "/orgs/beacon/memberships/hank").is(200);
    merge(app.formatted(url, SECRET, ", \"permissions\": {\"members\": \"write\"}, \"suspended_at\": \"2026-01-01T00:00:00Z\""));
    delete(Who.WADE_ADMIN_ORG, "/orgs/beacon/members/mona").is(204);
    assertEquals("installation unsuspend", heardOf(
        "{\"apps\": [{\"slug\": \"ear\", \"installations\": [{\"id\": 770, \"suspended_at\": null, \"suspended_by\": null}]}]}", 1));
    delete(Who.WADE_ADMIN_ORG, "/orgs/beacon/members/nora").is(204);
    assertEquals("organization member_removed", next().what());
  }

  @Test
  @DisplayName("What an installation does is done by its bot; and that is told")
  void namesTheBot() throws Exception {
    String hook = hook();
    post(Who.BEACON, hook + "/pings", "").is(204);
    JsonNode sender = next().payload().path("sender");
    assertEquals("twin-app[bot] Bot", sender.path("login").asText() + " " + sender.path("type").asText());
  }

  /** The things that are heard of a merge that is told of. */
  private String heardOf(String state, int count) throws Exception {
    loud = true;
    merge(state);
    List<String> heard = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      heard.add(next().what());
    }
    loud = false;
    return String.join(", ", heard);
  }

  @Override
  void merge(String state) {
    if (loud) {
      control().patch(target.control().orElseThrow() + "/state?events=true", state).is(204);
    } else {
      super.merge(state);
    }
  }

  @Test
  @DisplayName("PATCH /_twin/state?events=true tells of everything as if somebody had done it on GitHub; without it nothing is told")
  void tellsOfMerges() throws Exception {
    String hook = hook();
    String app = """
        {"apps": [{"slug": "ear", "id": 77, "owner": "wade", "permissions": {"members": "read"}, "events": ["organization"],
          "webhook": {"url": "%s", "secret": "%s", "content_type": "json", "active": %s},
          "installations": [{"id": 770, "account": "beacon", %s}]}]}""";
    String url = receiver.url("/app");
    merge(app.formatted(url, SECRET, "true", "\"repository_selection\": \"selected\", \"repositories\": []"));
    merge("{\"organizations\": [{\"login\": \"beacon\", \"members\": [{\"login\": \"hank\"}]}]}");
    assertEquals(List.of(), heard(hook));
    loud = true;
    merge(app.formatted(url, SECRET, "true", "\"repositories\": [\"light\"]"));
    assertEquals("installation_repositories added", next().what());
    merge(app.formatted(url, SECRET, "true", "\"permissions\": {\"members\": \"write\"}"));
    assertEquals("installation new_permissions_accepted", next().what());
    merge(app.formatted(url, SECRET, "true", "\"suspended_at\": \"2026-01-01T00:00:00Z\""));
    HookReceiver.Heard suspend = next();
    assertEquals("installation suspend wade", suspend.what() + " " + suspend.payload().at("/installation/suspended_by/login").asText());
    merge("{\"apps\": [{\"slug\": \"ear\", \"installations\": [{\"id\": 770, \"$delete\": true}]}]}");
    HookReceiver.Heard deleted = next();
    assertEquals("installation deleted beacon/light",
        deleted.what() + " " + deleted.payload().at("/repositories/0/full_name").asText());
    merge("""
        {"organizations": [{"login": "beacon", "members": [{"login": "mona", "$delete": true}, {"login": "edda", "state": "pending"}, {"login": "dirk"}],
          "teams": [{"slug": "lamp", "description": "Light", "members": ["nora", "hank"], "repositories": [{"name": "light", "$delete": true}]}, {"slug": "mirror", "members": ["dirk"]}],
          "hooks": [{"id": 11, "$delete": true}]}],
         "repositories": [{"owner": "beacon", "name": "light", "collaborators": [{"login": "dana", "permission": "push"}, {"login": "mona", "$delete": true}]}]}
        """);
    assertEquals(List.of("team edited", "team removed_from_repository", "team created", "membership removed",
        "member removed", "organization member_removed", "organization member_added", "membership added",
        "organization member_invited", "membership added", "member edited").stream().sorted().toList(),
        heard(hook).stream().sorted().toList());
    merge("{\"organizations\": [{\"login\": \"beacon\", \"$delete\": true}]}");
    assertEquals("organization deleted", next().what());
    assertEquals("meta deleted", next().what());
  }
}
