package dev.hubtwin.internal.spec.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule that is for the control API finds a mistake there as well. */
class SeededControlMistakesTest {

    private static final DescriptionSources CONTROL = DescriptionSources.read(LintTest.SOURCES, "control.yaml");

    private static final String HEALTH = "/paths/~1_twin~1health/get";
    private static final String ANSWER = HEALTH + "/responses/200";
    private static final String CREDENTIALS = HEALTH + "/x-hubtwin-credentials";
    private static final String SHOWN = "/components/schemas/health";

    static Stream<SeededMistake> mistakes() {
        return Stream.of(
                new SeededMistake(
                        Rule.SUMMARY_AND_DESCRIPTION,
                        "no summary",
                        draft -> draft.at(HEALTH).remove("summary")),
                new SeededMistake(
                        Rule.ONE_DECLARED_TAG, "an unknown tag", draft -> draft.put(HEALTH, "tags", "['nobody']")),
                new SeededMistake(
                        Rule.OPERATION_IDS,
                        "the same twice",
                        draft -> draft.at(HEALTH).put("operationId", "control/get-state")),
                new SeededMistake(
                        Rule.BODIES_HAVE_EXAMPLES,
                        "an answer without",
                        draft -> draft.at(ANSWER + "/content/application~1json").remove("examples")),
                new SeededMistake(
                        Rule.REFUSALS_LISTED,
                        "no 4xx",
                        draft -> draft.at(HEALTH + "/responses").retain("200")),
                new SeededMistake(
                        Rule.PATH_PARAMETERS_HAVE_EXAMPLES,
                        "nothing to try with",
                        draft -> draft.at("/components/parameters/world").remove("example")),
                new SeededMistake(
                        Rule.CONTROL_TOKEN, "an operation without", draft -> draft.put(HEALTH, "security", "[{}]")),
                new SeededMistake(
                        Rule.CONTROL_TOKEN,
                        "a page with",
                        draft -> draft.put("/paths/~1docs/get", "security", "[{}, {'control_token': []}]")),
                new SeededMistake(
                        Rule.RESPONSE_NAMES, "none", draft -> draft.at(ANSWER).remove("x-hubtwin-name")),
                new SeededMistake(
                        Rule.ONE_NAME_A_STATUS,
                        "another name",
                        draft -> draft.at(ANSWER).put("x-hubtwin-name", "Fine")),
                new SeededMistake(
                        Rule.ONE_ARGUMENT_HEADER,
                        "two",
                        draft -> draft.put(
                                "/components/responses/page-found/headers",
                                "ETag",
                                "{'$ref': '#/components/headers/answer-tag'}")),
                new SeededMistake(
                        Rule.NAMED_SCHEMAS,
                        "an object in a path",
                        draft -> draft.put(
                                ANSWER + "/content/application~1json",
                                "schema",
                                "{'type': 'object', 'properties': {}}")),
                new SeededMistake(
                        Rule.NO_ANY_OF,
                        "instead of oneOf",
                        draft -> draft.put("/components/schemas", "health", "{'anyOf': [{'type': 'string'}]}")),
                new SeededMistake(
                        Rule.WIDE_IDS,
                        "a parameter",
                        draft -> draft.at("/components/parameters/delivery-id/schema")
                                .put("format", "int32")),
                new SeededMistake(
                        Rule.REQUIRED_ARE_DECLARED, "one is not", draft -> draft.put(SHOWN, "required", "['weather']")),
                new SeededMistake(Rule.NEW_MEMBERS_ARE_OPTIONAL, "required", draft -> {
                    draft.put(SHOWN, "required", "['weather']");
                    draft.put(SHOWN + "/properties", "weather", "{'type': 'string', 'x-hubtwin-since': '2024-11'}");
                }),
                new SeededMistake(
                        Rule.NO_DEFAULT_IN_PATCH,
                        "in the body",
                        draft -> draft.put(
                                "/components/schemas/state-document",
                                "properties",
                                "{'weather': {'type': 'string', 'default': 'fair'}}")),
                new SeededMistake(
                        Rule.COMPONENT_NAMES, "a schema", draft -> draft.rename("schemas", "health", "Health")),
                new SeededMistake(
                        Rule.MEMBER_NAMES,
                        "camel case",
                        draft -> draft.put(SHOWN + "/properties", "otherName", "{'type': 'string'}")),
                new SeededMistake(Rule.FILE_NAMES, "another name than its file", draft -> {
                    ObjectNode schemas = (ObjectNode)
                            draft.description().files().get("control.yaml").at("/components/schemas");
                    schemas.set("wellbeing", schemas.remove("health"));
                }),
                new SeededMistake(
                        Rule.COMPONENTS_USED,
                        "a header nobody sends",
                        draft -> draft.put("/components/headers", "lonely", "{'schema': {'type': 'string'}}")),
                new SeededMistake(
                        Rule.FILES_USED,
                        "a file nobody names",
                        draft -> draft.description()
                                .files()
                                .put("control/schemas/lonely.yaml", JsonNodeFactory.instance.objectNode())),
                new SeededMistake(
                        Rule.EXAMPLES_ARE_VALID,
                        "an unknown member",
                        draft -> draft.at("/components/examples/health/value").put("weather", "fair")),
                new SeededMistake(
                        Rule.PAGES_ARE_LINKED,
                        "by page",
                        draft -> draft.at("/paths/~1_twin~1mails/get/responses/200/headers")
                                .remove("Link")),
                new SeededMistake(
                        Rule.RESPONSE_SOURCES,
                        "hearsay",
                        draft -> draft.at(ANSWER).put("x-hubtwin-source", "rumour")),
                new SeededMistake(
                        Rule.CREDENTIAL_KINDS,
                        "an unknown kind",
                        draft -> draft.list(CREDENTIALS + "/kinds").add("robot")),
                new SeededMistake(
                        Rule.SCOPES, "for nobody", draft -> draft.put(CREDENTIALS, "scopes", "{'accepted': []}")),
                new SeededMistake(
                        Rule.REQUIRED_SCOPES,
                        "not accepted",
                        draft -> draft.put(CREDENTIALS, "scopes", "{'required': ['repo']}")),
                new SeededMistake(
                        Rule.PERMISSIONS,
                        "no level",
                        draft -> draft.put(CREDENTIALS, "permissions", "{'members': 'some'}")),
                new SeededMistake(
                        Rule.ROLES, "unknown", draft -> draft.at(CREDENTIALS).put("role", "king")),
                new SeededMistake(
                        Rule.REFUSALS,
                        "no reason",
                        draft -> draft.at(CREDENTIALS + "/refusals").put("weather", 403)));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isFoundByItsRule(SeededMistake mistake) {
        assertEquals(Set.of(mistake.rule()), mistake.finders(CONTROL, Stream.of(mistake.rule())));
    }

    @Test
    void everyRuleForTheControlApiHasOne() {
        assertEquals(
                LintTest.rulesForControl().collect(Collectors.toSet()),
                mistakes().map(SeededMistake::rule).collect(Collectors.toSet()));
    }
}
