package dev.hubtwin.internal.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.auth.AccessPolicy;
import dev.hubtwin.internal.auth.AccessPolicy.Reason;
import dev.hubtwin.internal.auth.CredentialKind;
import dev.hubtwin.internal.auth.PermissionLevel;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The contract, as the server reads it")
class ApiDescriptionTest {

    private final ApiDescription contract = ApiDescription.github();

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "GET, /, meta/root",
        "GET, /orgs/acme, orgs/get",
        "HEAD, /orgs/acme, orgs/get",
        "PATCH, /orgs/acme, orgs/update",
        "GET, /orgs/acme/campaigns/12, campaigns/get-campaign-summary",
        "GET, /orgs/acme/campaigns/-1, campaigns/get-campaign-summary",
        "GET, /user/orgs, orgs/list-for-authenticated-user",
        "GET, /users/user/orgs, orgs/list-for-user",
        "GET, /users/orgs, users/get-by-username",
        "GET, /repos/a/b/installation, apps/get-repo-installation",
    })
    void findsTheOperation(String method, String path, String id) {
        assertEquals(
                Optional.of(id),
                contract.match(method, path).map(match -> match.operation().id()));
    }

    @ParameterizedTest(name = "{0} is nothing")
    @ValueSource(
            strings = {
                "/orgs/acme/",
                "/orgs//acme",
                "//",
                "/orgs/acme;x=1",
                "/;x=1",
                "/ORGS/acme",
                "/orgs/acme/campaigns/one",
                "/orgs",
                "/orgs/acme/campaigns/99999999999999999999",
                "/organizations/acme"
            })
    void findsNothing(String path) {
        assertEquals(Optional.empty(), contract.match("GET", path));
    }

    @Test
    void aMethodThatThePathDoesNotHaveIsNothing() {
        assertEquals(Optional.empty(), contract.match("PUT", "/orgs/acme"));
        assertEquals(Optional.empty(), contract.match("get", "/orgs/acme"));
    }

    @Test
    void keepsTheRawValuesOfThePath() {
        assertEquals(
                Map.of("owner", "a%2Fb", "repo", "c"),
                contract.match("GET", "/repos/a%2Fb/c").orElseThrow().parameters());
    }

    @Test
    void readsWhoMayCall() {
        AccessPolicy access =
                contract.match("PATCH", "/orgs/acme").orElseThrow().operation().access();
        assertTrue(access.kinds().contains(CredentialKind.INSTALLATION));
        assertEquals(java.util.List.of("admin:org"), access.requiredScopes());
        assertEquals(Map.of("organization_administration", PermissionLevel.WRITE), access.permissions());
        assertEquals(Optional.of(AccessPolicy.Role.OWNER), access.role());
        assertEquals(404, access.refusals().get(Reason.SCOPE));
        assertEquals(401, access.kindRefusals().get(CredentialKind.APP));
    }

    @Test
    void aRefusalNamesWhatThePathNames() {
        AccessPolicy access =
                contract.operation("orgs/get-membership-for-user").orElseThrow().access();
        Map<String, String> path = Map.of("org", "acme", "username", "mike");
        assertEquals(
                "You must be a member of acme to see membership information for mike.",
                access.refusal(Reason.ROLE, CredentialKind.CLASSIC, path).getMessage());
    }

    @Test
    void everyOperationReads() {
        assertTrue(contract.operations().size() >= 46, "the documented ones, and those beside them");
        contract.operations()
                .forEach(operation -> assertTrue(operation.statuses().contains(404), operation.id()));
    }
}
