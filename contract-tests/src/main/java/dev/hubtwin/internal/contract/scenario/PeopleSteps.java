package dev.hubtwin.internal.contract.scenario;

import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import java.util.List;

/** Steps of the scenarios about members, memberships and outside collaborators. Most of them are about harbor. */
public record PeopleSteps(Fixture fixture) {

    public static final String HARBOR = "/orgs/harbor";
    public static final String MEMBERS = HARBOR + "/members";
    public static final String PUBLIC_MEMBERS = HARBOR + "/public_members";
    public static final String MEMBERSHIPS = HARBOR + "/memberships";
    public static final String OUTSIDE = HARBOR + "/outside_collaborators";
    public static final String OWN = "/user/memberships/orgs";

    /** Gives somebody a role in harbor. */
    public HttpAnswer assign(FixtureIdentity who, String login, String role) {
        return fixture.as(who).put(MEMBERSHIPS + "/" + login, "{\"role\": \"" + role + "\"}");
    }

    /** Accepts an invitation in the name of who was invited. */
    public HttpAnswer accept(FixtureIdentity who, String organization) {
        return fixture.as(who).patch(OWN + "/" + organization, "{\"state\": \"active\"}");
    }

    /** Returns the members of harbor. */
    public List<String> members() {
        return fixture.as(FixtureIdentity.ANNA).allLogins(MEMBERS);
    }

    /** Returns the public members of harbor. */
    public List<String> publicMembers() {
        return fixture.as(FixtureIdentity.ANONYMOUS).allLogins(PUBLIC_MEMBERS);
    }

    /** Returns the outside collaborators of harbor. */
    public List<String> outside() {
        return fixture.as(FixtureIdentity.ANNA).allLogins(OUTSIDE);
    }

    /** Returns state and role of somebody's membership in harbor, or the status if there is none. */
    public String membership(String login) {
        HttpAnswer answer = fixture.as(FixtureIdentity.ANNA).get(MEMBERSHIPS + "/" + login);
        return answer.status() == 200
                ? answer.member("state") + " " + answer.member("role")
                : Integer.toString(answer.status());
    }
}
