package dev.hubtwin.internal.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a body that does not fit is told (conventions, section 1)")
class SchemaErrorMessagesTest {

    private final ApiDescription contract = ApiDescription.github();

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "orgs/update | {\"description\": 12} | For 'properties/description', 12 is not a string or null.",
                "orgs/update | {\"has_organization_projects\": null} | For 'properties/has_organization_projects', nil is not a boolean.",
                "orgs/update | {\"default_repository_permission\": \"rule\"} | For 'properties/default_repository_permission', rule is not a member of [\"read\", \"write\", \"admin\", \"none\"].",
                "orgs/create-webhook | {\"config\": {\"url\": \"http://x\"}} | \"name\" wasn't supplied.",
                "orgs/create-webhook | {\"name\": \"web\", \"config\": {}} | \"url\" wasn't supplied.",
                "campaigns/create-campaign | {\"name\": \"\", \"description\": \"d\", \"ends_at\": \"2030-01-01T00:00:00Z\", \"code_scanning_alerts\": []} | For 'properties/name', \"\" is too short (minimum is 1 characters).~For 'properties/code_scanning_alerts', At least 1 items are required.",
                "orgs/create-webhook | {\"name\": null, \"config\": [], \"events\": [1]} | For 'properties/name', nil is not a string.~For 'properties/config', [] is not an object.~For 'properties/events/0', 1 is not a string.",
                "campaigns/update-campaign | {\"nonsense\": 1} | \"nonsense\" is not a permitted key.",
            })
    void isSaidInGitHubsSentences(String operation, String body, String sentences) throws Exception {
        RequestBodySchema schema =
                contract.operation(operation).orElseThrow().body().orElseThrow();
        assertEquals(
                sentences.replace('~', '\n'),
                SchemaErrorMessages.body(schema, schema.check(new ObjectMapper().readTree(body))));
    }
}
