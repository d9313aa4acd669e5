package dev.hubtwin.internal.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.auth.OAuthScopes;
import dev.hubtwin.internal.rest.Dialect;
import dev.hubtwin.internal.rest.MediaTypes;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What scopes, media types and addresses of documentation mean")
class FilterWordsTest {

    @Test
    void aScopeContainsOthers() {
        assertTrue(OAuthScopes.suffice(List.of("admin:org"), List.of("read:org", "user")));
        assertTrue(OAuthScopes.suffice(List.of("repo"), List.of("security_events")));
        assertTrue(OAuthScopes.suffice(List.of(), List.of()));
        assertFalse(OAuthScopes.suffice(List.of("read:org"), List.of("admin:org")));
        assertFalse(OAuthScopes.suffice(List.of("repo", "admin:org_hook"), List.of("read:org")));
    }

    @ParameterizedTest(name = "{0} is understood as {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "application/vnd.github.v3+json | github.v3; format=json",
                "application/vnd.github+json | github.v3; format=json",
                "application/json | github.v3; format=json",
                "application/vnd.github.machine-man-preview+json | github.v3; param=machine-man-preview; format=json",
                "application/vnd.github.surtur-preview+json, application/vnd.github.v3+json | github.v3; param=surtur-preview; format=json",
                "application/vnd.github.v3.raw+json | github.v3; param=raw; format=json",
                "application/vnd.github.v3 | github.v3",
                "application/vnd.github.V3+JSON; q=0.5 | github.v3; format=json",
                "text/html, application/vnd.github+json | github.v3; format=json",
                "application/vnd.githubber+json | unknown, github.v3",
                "*/* | github.v3; format=json",
                "*/*;q=0.8, text/html | github.v3; format=json",
                "text/html, *; q=.2 | unknown, github.v3",
            })
    void anAcceptHeaderIsUnderstood(String accept, String understood) {
        assertEquals(understood, MediaTypes.understood(accept));
    }

    @Test
    void noAcceptHeaderIsTheUsualType() {
        assertEquals("github.v3; format=json", MediaTypes.understood(null));
        assertEquals("github.v3; format=json", MediaTypes.understood(""));
    }

    @Test
    void anEnterpriseServerExplainsOnePageACategory() {
        assertEquals(
                "https://docs.github.com/enterprise-server@2.22/rest/reference/orgs#get-an-organization",
                Dialect.ENTERPRISE.documentation("https://docs.github.com/rest/orgs/orgs#get-an-organization"));
        assertEquals(
                "https://docs.github.com/rest/orgs/orgs#get-an-organization",
                Dialect.GITHUB_COM.documentation("https://docs.github.com/rest/orgs/orgs#get-an-organization"));
    }
}
