package dev.hubtwin.internal.contract.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

/** What the scenarios of members, memberships and outside collaborators share. Most of them are about harbor. */
public abstract class PeopleSteps extends FixtureScenarios {

    public static final String HARBOR = "/orgs/harbor";
    public static final String MEMBERS = HARBOR + "/members";
    public static final String PUBLIC_MEMBERS = HARBOR + "/public_members";
    public static final String MEMBERSHIPS = HARBOR + "/memberships";
    public static final String OUTSIDE = HARBOR + "/outside_collaborators";
    public static final String OWN = "/user/memberships/orgs";

    public HttpAnswer put(FixtureIdentity who, String path) {
        return as(who).send("PUT", path, BodyPublishers.noBody());
    }

    public HttpAnswer put(FixtureIdentity who, String path, String body) {
        return as(who).send("PUT", path, BodyPublishers.ofString(body));
    }

    public HttpAnswer delete(FixtureIdentity who, String path) {
        return as(who).send("DELETE", path, BodyPublishers.noBody());
    }

    /** Gives somebody a role in harbor. */
    public HttpAnswer assign(FixtureIdentity who, String login, String role) {
        return put(who, MEMBERSHIPS + "/" + login, "{\"role\": \"" + role + "\"}");
    }

    /** Accepts an invitation in the name of who was invited. */
    public HttpAnswer accept(FixtureIdentity who, String organization) {
        return as(who).patch(OWN + "/" + organization, "{\"state\": \"active\"}");
    }

    /** The members of harbor. */
    public List<String> members() {
        return logins(as(FixtureIdentity.ANNA), MEMBERS);
    }

    /** The public members of harbor. */
    public List<String> publicMembers() {
        return logins(as(FixtureIdentity.ANONYMOUS), PUBLIC_MEMBERS);
    }

    /** The outside collaborators of harbor. */
    public List<String> outside() {
        return logins(as(FixtureIdentity.ANNA), OUTSIDE);
    }

    /** State and role of somebody's membership in harbor, or the status if there is none. */
    public String membership(String login) {
        HttpAnswer answer = as(FixtureIdentity.ANNA).get(MEMBERSHIPS + "/" + login);
        return answer.status() == 200
                ? answer.member("state") + " " + answer.member("role")
                : Integer.toString(answer.status());
    }

    /** The whole world, from the control API. */
    public JsonNode world() {
        return target.control().orElseThrow().state();
    }

    /** An organization of {@link #world()}. */
    public JsonNode organization(String login) {
        return named(world().path("organizations"), "login", login);
    }

    /** The element of a list whose member has a value. */
    public static JsonNode named(JsonNode list, String member, String value) {
        for (JsonNode element : list) {
            if (element.path(member).asText().equals(value)) {
                return element;
            }
        }
        throw new AssertionError("no " + member + " " + value + " in " + list);
    }

    /** Merges something into the world; see {@link #changing()}. */
    public void merge(String state) {
        control().patch("/state", state).is(204);
    }

    /** Puts another world in the place of this one; see {@link #changing()}. */
    public void replace(JsonNode state) {
        control().send("PUT", "/state", state.toString()).is(204);
    }

    /** Sets the world's clock: to a moment, where it stands, or ahead of the machine's by a duration. */
    public void clock(String clock) {
        String change = clock.contains("P")
                ? "{\"system\": true, \"advance\": \"" + clock + "\"}"
                : "{\"freeze\": \"" + clock + "\"}";
        control().send("PUT", "/clock", change).is(200);
    }
}
