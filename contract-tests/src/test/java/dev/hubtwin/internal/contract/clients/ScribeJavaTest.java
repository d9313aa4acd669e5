package dev.hubtwin.internal.contract.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.scribejava.core.builder.ServiceBuilder;
import com.github.scribejava.core.builder.api.DefaultApi20;
import com.github.scribejava.core.extractors.OAuth2AccessTokenExtractor;
import com.github.scribejava.core.extractors.TokenExtractor;
import com.github.scribejava.core.model.OAuth2AccessToken;
import com.github.scribejava.core.oauth.AccessTokenRequestParams;
import com.github.scribejava.core.oauth.AuthorizationUrlBuilder;
import com.github.scribejava.core.oauth.OAuth20Service;
import dev.hubtwin.Twin;
import dev.hubtwin.internal.contract.support.CredentialWorld;
import dev.hubtwin.internal.contract.support.TestTwin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** ScribeJava, an OAuth library for Java, unmodified. */
@DisplayName("ScribeJava")
class ScribeJavaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static Twin twin;

    @BeforeAll
    static void start() throws Exception {
        twin = TestTwin.start(CredentialWorld.seed());
    }

    @AfterAll
    static void stop() {
        twin.close();
        TestTwin.assertKeepsItsContract(twin);
    }

    /** The addresses of the twin, as a program has those of an enterprise server. */
    private static final class OfTheTwin extends DefaultApi20 {

        @Override
        public String getAccessTokenEndpoint() {
            return twin.url() + "/login/oauth/access_token";
        }

        @Override
        protected String getAuthorizationBaseUrl() {
            return twin.url() + "/login/oauth/authorize";
        }

        /** As in ScribeJava's class for GitHub. */
        @Override
        public TokenExtractor<OAuth2AccessToken> getAccessTokenExtractor() {
            return OAuth2AccessTokenExtractor.instance();
        }
    }

    private static OAuth20Service service(String client, String secret) {
        return new ServiceBuilder(client)
                .apiSecret(secret)
                .callback("http://localhost:3000/cb")
                .defaultScope("repo read:org")
                .userAgent("scribe")
                .build(new OfTheTwin());
    }

    private static String code(String url, String state) throws Exception {
        HttpRequest approval = HttpRequest.newBuilder(URI.create(twin.url() + "/_twin/approvals"))
                .POST(BodyPublishers.ofString(
                        JSON.valueToTree(Map.of("url", url, "user", "olivia")).toString()))
                .build();
        JsonNode decided = JSON.readTree(HttpClient.newHttpClient()
                .send(approval, BodyHandlers.ofString())
                .body());
        String location = decided.path("location").asText();
        assertTrue(location.endsWith("&state=" + state), location);
        return location.replaceFirst(".*code=", "").replaceFirst("&.*", "");
    }

    @Test
    @DisplayName("signs a user in by an OAuth app, with a challenge")
    void signsIn() throws Exception {
        try (OAuth20Service service = service("0a1b2c3d", "oauth-secret")) {
            AuthorizationUrlBuilder page =
                    service.createAuthorizationUrlBuilder().state("xyz").initPKCE();
            OAuth2AccessToken token = service.getAccessToken(AccessTokenRequestParams.create(code(page.build(), "xyz"))
                    .pkceCodeVerifier(page.getPkce().getCodeVerifier()));
            assertTrue(token.getAccessToken().startsWith("gho_"));
            assertEquals("repo,read:org", token.getScope());
        }
    }

    @Test
    @DisplayName("understands a refusal")
    void understandsARefusal() throws Exception {
        try (OAuth20Service service = service("0a1b2c3d", "wrong")) {
            String code = code(service.getAuthorizationUrl("xyz"), "xyz");
            assertThrows(RuntimeException.class, () -> service.getAccessToken(code));
        }
    }

    @Test
    @DisplayName("signs a user in by a GitHub App, and refreshes the token")
    void refreshes() throws Exception {
        try (OAuth20Service service = service("Iv1.able", "able-secret")) {
            OAuth2AccessToken token = service.getAccessToken(code(service.getAuthorizationUrl("xyz"), "xyz"));
            assertEquals(28_800, token.getExpiresIn());
            OAuth2AccessToken other = service.refreshAccessToken(token.getRefreshToken());
            assertTrue(other.getAccessToken().startsWith("ghu_"));
            assertNotEquals(token.getAccessToken(), other.getAccessToken());
        }
    }
}
