package dev.hubtwin.internal.contract.repositories;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.scenario.AppSteps;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.SampleReads;
import java.util.List;

/**
 * Steps of the scenarios about repositories. They are about the organization shelf: rae owns it, sam and tia are
 * members who were given one repository each, and uma belongs to another organization of its enterprise.
 */
record RepositorySteps(Fixture fixture) {

    private static final String SHELF = """
            {"users": [{"login": "rae", "id": 7001}, {"login": "sam", "id": 7002}, {"login": "tia", "id": 7003},
              {"login": "uma", "id": 7004}],
             "organizations": [
              {"login": "shelf", "id": 97001, "plan": {"name": "team"}, "enterprise": {"slug": "library"},
               "default_repository_permission": "none", "members_can_create_private_repositories": false,
               "members": [{"login": "rae", "role": "admin"}, {"login": "sam"}, {"login": "tia"}],
               "teams": [{"slug": "readers", "id": 7101, "name": "Readers", "permission": "push", "members": []},
                {"slug": "binders", "id": 7102, "name": "Binders", "parent": "readers", "members": ["tia"]}]},
              {"login": "rack", "id": 97002, "enterprise": {"slug": "library"}, "members": [{"login": "uma", "role": "admin"}]}],
             "repositories": [
              {"owner": "shelf", "name": "alpha", "id": 7201, "created_at": "2020-01-01T00:00:00Z", "updated_at": "2021-04-01T00:00:00Z",
               "pushed_at": "2022-01-02T00:00:00Z", "collaborators": [{"login": "tia", "permission": "maintain"}, {"login": "uma", "permission": "triage"}]},
              {"owner": "shelf", "name": "Beta", "id": 7202, "visibility": "private", "created_at": "2020-01-02T00:00:00Z", "updated_at": "2021-03-01T00:00:00Z"},
              {"owner": "shelf", "name": "gamma", "id": 7203, "fork": true, "created_at": "2020-01-03T00:00:00Z", "updated_at": "2021-02-01T00:00:00Z", "pushed_at": "2022-01-01T00:00:00Z"},
              {"owner": "shelf", "name": "delta", "id": 7204, "visibility": "private", "created_at": "2020-01-04T00:00:00Z", "updated_at": "2021-01-01T00:00:00Z",
               "pushed_at": "2022-01-03T00:00:00Z", "collaborators": [{"login": "sam", "permission": "push"}]},
              {"owner": "shelf", "name": "epsilon", "id": 7205, "visibility": "internal", "created_at": "2020-01-05T00:00:00Z", "updated_at": "2020-12-01T00:00:00Z"},
              {"owner": "rae", "name": "zeta", "id": 7206, "visibility": "private", "created_at": "2020-01-06T00:00:00Z", "updated_at": "2021-05-01T00:00:00Z"},
              {"owner": "rae", "name": "eta", "id": 7207, "created_at": "2020-01-07T00:00:00Z", "updated_at": "2021-06-01T00:00:00Z"}],
             "apps": [{"slug": "polymath", "installations": [{"id": 7301, "account": "shelf", "repository_selection": "all"}]},
              {"slug": "pilot", "permissions": {"metadata": "read", "administration": "write"},
               "installations": [{"id": 7302, "account": "shelf", "repositories": ["delta"], "permissions": {"metadata": "read"}}]}],
             "tokens": [
              {"token": "ghp_rae", "user": "rae", "kind": "classic", "scopes": ["repo"]},
              {"token": "ghp_rae_public", "user": "rae", "kind": "classic", "scopes": ["public_repo"]},
              {"token": "ghp_rae_without", "user": "rae", "kind": "classic", "scopes": []},
              {"token": "ghp_sam", "user": "sam", "kind": "classic", "scopes": ["repo"]},
              {"token": "ghp_tia", "user": "tia", "kind": "classic", "scopes": ["repo"]},
              {"token": "ghp_uma", "user": "uma", "kind": "classic", "scopes": ["repo"]},
              {"token": "github_pat_rae_beta", "user": "rae", "kind": "fine_grained", "resource_owner": "shelf", "repositories": ["Beta"], "permissions": {"metadata": "read"}},
              {"token": "github_pat_rae_writes", "user": "rae", "kind": "fine_grained", "resource_owner": "shelf", "permissions": {"administration": "write", "metadata": "read"}},
              {"token": "github_pat_rae_rack", "user": "rae", "kind": "fine_grained", "resource_owner": "rae", "permissions": {"administration": "write"}},
              {"token": "ghs_shelf", "kind": "installation", "installation": 7301},
              {"token": "ghs_shelf_delta", "kind": "installation", "installation": 7302},
              {"token": "ghu_rae", "user": "rae", "kind": "user_to_server", "app": "pilot"}]}
            """;
    private static final String GIVEN = """
            {"organizations": [{"login": "shelf", "teams": [{"slug": "readers", "repositories": [{"name": "Beta", "permission": "push"}]}]}]}
            """;

    /** Makes shelf and all that is about it, for one scenario. */
    void begin() {
        fixture.restoreAfterwards();
        fixture.merge(SHELF);
        fixture.merge(GIVEN);
    }

    /** Returns a client with a token; with {@code -}, without. */
    TestClient by(String token) {
        AppSteps apps = new AppSteps(fixture);
        return token.equals("-") ? fixture.as(FixtureIdentity.ANONYMOUS) : apps.bearing("token " + token);
    }

    /** Returns a member of each element of a list, with blanks between. */
    static String all(JsonNode list, String member) {
        return String.join(" ", texts(list, member));
    }

    private static List<String> texts(JsonNode list, String member) {
        return SampleReads.elements(list).stream()
                .map(each -> each.path(member).asText())
                .toList();
    }
}
