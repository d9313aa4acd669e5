package dev.hubtwin.internal.contract.webhooks;

import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.scenario.Fixture;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * Steps of the scenarios about webhooks. They are about buoy, which has one webhook that no app made (11) and one that
 * the app Dashboards made (12).
 */
public record WebhookSteps(Fixture fixture) {

    public static final String HOOKS = "/orgs/buoy/hooks";
    public static final String OURS = HOOKS + "/11";
    /** The webhooks of the private repository buoy/bell: one that no app made (31), and one of Dashboards (32). */
    static final String OF_BELL = "/repos/buoy/bell/hooks";

    static final String BELL = OF_BELL + "/31";
    static final String THEIRS = HOOKS + "/12";

    /** Makes a webhook with that {@code config}. */
    public HttpAnswer make(FixtureIdentity who, String config) {
        return fixture.as(who).post(HOOKS, "{\"name\": \"web\", \"config\": " + config + "}");
    }

    /** The ids of the webhooks that somebody sees. */
    List<Long> seen(FixtureIdentity who) {
        return fixture.as(who).pages(HOOKS).stream()
                .flatMap(page -> StreamSupport.stream(page.json().spliterator(), false))
                .map(hook -> hook.path("id").asLong())
                .toList();
    }

    /** What is wrong, as {@code code field message} of each error, for want of one the sentences. */
    static List<String> errors(HttpAnswer answer) {
        return StreamSupport.stream(answer.is(422).json().path("errors").spliterator(), false)
                .map(error -> error.path("resource").asText() + " "
                        + error.path("code").asText() + " "
                        + error.path("field").asText("") + error.path("message").asText(""))
                .distinct()
                .toList();
    }
}
