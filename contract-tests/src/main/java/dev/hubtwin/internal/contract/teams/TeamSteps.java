package dev.hubtwin.internal.contract.teams;

import static dev.hubtwin.internal.contract.scenario.PeopleSteps.HARBOR;

import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.scenario.Fixture;
import java.util.List;

/** Steps of the scenarios about teams. All of them are about harbor. */
record TeamSteps(Fixture fixture) {

    static final String TEAMS = HARBOR + "/teams";
    static final String DECK = TEAMS + "/deck";

    /** Adds two secret teams: bert is in brig, dirk in galley, and deck has a team below it with anna and edda. */
    void extend() {
        fixture.restoreAfterwards();
        fixture.merge("{\"organizations\": [{\"login\": \"harbor\", \"teams\": ["
                + "{\"slug\": \"brig\", \"id\": 73, \"privacy\": \"secret\", \"members\": [\"bert\"]},"
                + "{\"slug\": \"galley\", \"id\": 74, \"privacy\": \"secret\", \"members\": [\"dirk\"]},"
                + "{\"slug\": \"rigging\", \"id\": 75, \"parent\": \"deck\", \"members\": [\"anna\"]},"
                + "{\"slug\": \"deck\", \"maintainers\": [\"cleo\"]}]}]}");
    }

    /** Gives somebody a role in a team. */
    HttpAnswer assign(FixtureIdentity who, String team, String login, String role) {
        return fixture.as(who).put(TEAMS + "/" + team + "/memberships/" + login, "{\"role\": \"" + role + "\"}");
    }

    /** Returns state and role of somebody in a team, or the status if there is neither. */
    String membership(String team, String login) {
        HttpAnswer answer = fixture.as(FixtureIdentity.ANNA).get(TEAMS + "/" + team + "/memberships/" + login);
        return answer.status() == 200
                ? answer.member("state") + " " + answer.member("role")
                : Integer.toString(answer.status());
    }

    /** Returns the members of a team. */
    List<String> members(String team, String query) {
        return fixture.as(FixtureIdentity.ANNA)
                .get(TEAMS + "/" + team + "/members" + query)
                .is(200)
                .logins();
    }

    /** Returns the slugs of the teams in a list. */
    List<String> slugs(FixtureIdentity who, String path) {
        return fixture.as(who)
                .get(path)
                .is(200)
                .json()
                .valueStream()
                .map(team -> team.path("slug").asText())
                .toList();
    }
}
