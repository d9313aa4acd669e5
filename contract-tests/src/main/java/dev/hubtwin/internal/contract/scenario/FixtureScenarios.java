package dev.hubtwin.internal.contract.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.client.api.InstallationsApi;
import dev.hubtwin.client.api.MetaApi;
import dev.hubtwin.client.api.OrganizationsApi;
import dev.hubtwin.client.invoker.ApiClient;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.config.Target;
import dev.hubtwin.internal.contract.config.TargetProvider;
import dev.hubtwin.internal.contract.description.ValidatingClient;
import dev.hubtwin.internal.contract.http.TestClient;
import java.net.http.HttpClient;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** What all scenarios share: a target, calls in somebody's name, and a world that is put back after each. */
@ParameterizedClass(name = "{0}")
@ArgumentsSource(TargetProvider.class)
public abstract class FixtureScenarios {

    /** Makes members visible and settable that an enterprise server only knows in a preview (R43). */
    public static final String SURTUR = "application/vnd.github.surtur-preview+json";

    /** The server, and where on it. */
    @Parameter
    protected Target target;

    private boolean changes;

    /** These scenarios are about the people and things of {@code fixture.yaml}. */
    @BeforeParameterizedClassInvocation
    static void arrange(Target target) {
        ScenarioBase.given(target.control().isPresent(), "needs the control API of a twin, to arrange its world");
    }

    /** Calls in somebody's name; every answer is held against the description. */
    public TestClient as(FixtureIdentity who) {
        return TestClient.as(who, target, new ValidatingClient(target));
    }

    /** The generated client in somebody's name; its answers are held against the description too. */
    public OrganizationsApi organizations(FixtureIdentity who) {
        return new OrganizationsApi(client(who));
    }

    /** The generated client's installations, likewise. */
    public InstallationsApi installations(FixtureIdentity who) {
        return new InstallationsApi(client(who));
    }

    /** The generated client's supporting operations, likewise. */
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

    /** An organization in its owner's eyes, all of it. */
    public JsonNode owned(String organization) {
        return as(FixtureIdentity.OWNER)
                .with("Accept", SURTUR)
                .get("/orgs/" + organization)
                .is(200)
                .json();
    }

    /** Says that the scenario changes something; the whole world is put back after it. */
    public void changing() {
        changes = true;
    }

    /** The logins on every page. */
    public List<String> logins(TestClient caller, String path) {
        return caller.pages(path).stream()
                .flatMap(page -> page.logins().stream())
                .toList();
    }

    @AfterEach
    void putBack() {
        if (changes) {
            control().send("POST", "/reset", "").is(204);
        }
    }

    /** Calls of the control API. */
    public TestClient control() {
        return target.control().orElseThrow().calls();
    }
}
