package dev.hubtwin.internal.spec.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Names of secrets")
class SecretNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token",
                "accessToken",
                "clientSecret",
                "refresh_token",
                "ACCESS-TOKEN",
                "apiKey",
                "api_key",
                "apikey2",
                "X-Api-Key",
                "passwd",
                "password",
                "credentials",
                "token[]",
                "user[password]",
                "token%5B%5D",
                "%74oken",
                "jwt",
                "github_token",
                "private_key",
                "pem",
                "otp",
                "X-GitHub-OTP",
                "Cookie",
                "Set-Cookie",
                "Authorization",
                "Proxy-Authorization",
                "X-Hub-Signature-256",
                "hashed_token",
                "temp_clone_token",
                "webhookSecret",
                "_auth"
            })
    @DisplayName("are known in any case, with any separators, prefixes and brackets")
    void areKnown(String name) {
        assertTrue(SecretNames.isSecret(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "token_type",
                "tokenType",
                "token_last_eight",
                "client_id",
                "personal_access_tokens",
                "organization_personal_access_token_requests",
                "secret_scanning",
                "secret_scanning_push_protection",
                "secrets",
                "tokens",
                "has_credentials",
                "hasToken",
                "oauth",
                "X-OAuth-Scopes",
                "github-authentication-token-expiration",
                "insecure_ssl",
                "public_key",
                "code"
            })
    @DisplayName("are not mistaken for names of what stands beside secrets")
    void areNotMistaken(String name) {
        assertFalse(SecretNames.isSecret(name));
    }

    @Test
    @DisplayName("include codes in a query")
    void includeCodes() {
        assertTrue(SecretNames.isSecretInQuery("code") && SecretNames.isSecretInQuery("device_code"));
        assertFalse(SecretNames.isSecretInQuery("country_code"));
    }

    @ParameterizedTest
    @CsvSource({
        "accessToken, ACCESS_TOKEN",
        "client_secret, CLIENT_SECRET",
        "X-Api-Key, X_API_KEY",
        "token[], TOKEN",
        "password2, PASSWORD",
        "'', SECRET"
    })
    @DisplayName("are variables of a shell in its own style")
    void areVariables(String name, String variable) {
        assertEquals(variable, SecretNames.variable(name));
    }
}
