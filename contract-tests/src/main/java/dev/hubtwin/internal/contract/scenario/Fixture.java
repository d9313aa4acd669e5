package dev.hubtwin.internal.contract.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.client.ClientListener;
import dev.hubtwin.client.Credential;
import dev.hubtwin.client.GitHubClient;
import dev.hubtwin.client.InstallationsApi;
import dev.hubtwin.client.MetaApi;
import dev.hubtwin.client.OrganizationsApi;
import dev.hubtwin.client.Retries;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.config.Target;
import dev.hubtwin.internal.contract.description.ValidatingClient;
import dev.hubtwin.internal.contract.http.TestClient;
import java.util.Map;
import java.util.Optional;

/** The world of {@code fixture.yaml} on a server under test, whose control API puts it back after each scenario. */
public final class Fixture implements Restorable {

    /** Makes members visible and settable that an enterprise server only knows in a preview (R43). */
    public static final String SURTUR = "application/vnd.github.surtur-preview+json";

    /** What is to be judged is asked for as it is; a listener may replace headers. */
    private static final ClientListener UNPACKED = new ClientListener() {
        @Override
        public Map<String, String> started(Attempt attempt) {
            return Map.of("Accept-Encoding", "identity");
        }
    };

    private final Target target;
    private boolean changes;

    Fixture(Target target) {
        this.target = target;
    }

    /** Returns the server, and where on it the fixture is. */
    public Target target() {
        return target;
    }

    /** Returns a client that calls in somebody's name; every answer is held against the description. */
    public TestClient as(FixtureIdentity who) {
        return target.client(who, new ValidatingClient(target));
    }

    /** Returns the generated client's organizations in somebody's name; its answers are validated too. */
    public OrganizationsApi organizations(FixtureIdentity who) {
        return client(who).organizations();
    }

    /** Returns the generated client's installations in somebody's name; its answers are validated too. */
    public InstallationsApi installations(FixtureIdentity who) {
        return client(who).installations();
    }

    /** Returns the generated client's supporting endpoints in somebody's name; its answers are validated too. */
    public MetaApi meta(FixtureIdentity who) {
        return client(who).meta();
    }

    private GitHubClient client(FixtureIdentity who) {
        return GitHubClient.builder()
                .baseUrl(target.root().toString())
                .credential(
                        who == FixtureIdentity.ANONYMOUS
                                ? Credential.anonymous()
                                : () -> Optional.of("Bearer " + target.token(who)))
                .httpClient(new ValidatingClient(target))
                .retries(Retries.none())
                .listener(UNPACKED)
                .build();
    }

    /** Returns an organization as its owner sees it, with every member. */
    public JsonNode owned(String organization) {
        return as(FixtureIdentity.OWNER)
                .with("Accept", SURTUR)
                .get("/orgs/" + organization)
                .is(200)
                .json();
    }

    /** Says that the scenario changes something; the whole world is put back after it. */
    public void restoreAfterwards() {
        changes = true;
    }

    @Override
    public void restore() {
        if (changes) {
            control().post("/reset", "").is(204);
        }
    }

    /** Returns a client of the control API. */
    public TestClient control() {
        return target.control().orElseThrow().client();
    }

    /** Returns the whole world, from the control API. */
    public JsonNode world() {
        return target.control().orElseThrow().state();
    }

    /** Returns an organization of {@link #world()}. */
    public JsonNode organization(String login) {
        return named(world().path("organizations"), "login", login);
    }

    /** Returns the element of a list whose member has a value. */
    public static JsonNode named(JsonNode list, String member, String value) {
        for (JsonNode element : list) {
            if (element.path(member).asText().equals(value)) {
                return element;
            }
        }
        throw new AssertionError("no " + member + " " + value + " in " + list);
    }

    /** Merges something into the world; see {@link #restoreAfterwards()}. */
    public void merge(String state) {
        control().patch("/state", state).is(204);
    }

    /** Puts another world in the place of this one; see {@link #restoreAfterwards()}. */
    public void replace(JsonNode state) {
        control().put("/state", state.toString()).is(204);
    }

    /** Sets the world's clock: to a moment, where it stands, or ahead of the machine's by a duration. */
    public void clock(String clock) {
        String change = clock.contains("P")
                ? "{\"system\": true, \"advance\": \"" + clock + "\"}"
                : "{\"freeze\": \"" + clock + "\"}";
        control().put("/clock", change).is(200);
    }
}
