package dev.hubtwin.internal.contract.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.client.api.InstallationsApi;
import dev.hubtwin.client.api.MetaApi;
import dev.hubtwin.client.api.OrganizationsApi;
import dev.hubtwin.client.invoker.ApiClient;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.config.Target;
import dev.hubtwin.internal.contract.description.ValidatingClient;
import dev.hubtwin.internal.contract.http.TestClient;
import java.net.http.HttpClient;

/** The world of {@code fixture.yaml} on a server under test, whose control API puts it back after each scenario. */
public final class Fixture implements Restorable {

    /** Makes members visible and settable that an enterprise server only knows in a preview (R43). */
    public static final String SURTUR = "application/vnd.github.surtur-preview+json";

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

    /** Returns the generated client in somebody's name; its answers are held against the description too. */
    public OrganizationsApi organizations(FixtureIdentity who) {
        return new OrganizationsApi(client(who));
    }

    /** Returns the generated client's installations in somebody's name; its answers are validated too. */
    public InstallationsApi installations(FixtureIdentity who) {
        return new InstallationsApi(client(who));
    }

    /** Returns the generated client in somebody's name; its answers are held against the description too. */
    public MetaApi meta(FixtureIdentity who) {
        return new MetaApi(client(who));
    }

    private ApiClient client(FixtureIdentity who) {
        ValidatingClient checked = new ValidatingClient(target);
        ApiClient client = new ApiClient() {
            @Override
            public HttpClient getHttpClient() {
                return checked;
            }
        };
        client.updateBaseUri(target.root().toString());
        client.setRequestInterceptor(request -> {
            if (who != FixtureIdentity.ANONYMOUS) {
                request.setHeader("Authorization", "Bearer " + target.token(who));
            }
        });
        return client;
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
