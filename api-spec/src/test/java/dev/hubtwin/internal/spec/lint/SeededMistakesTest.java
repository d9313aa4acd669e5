package dev.hubtwin.internal.spec.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake is found, by the rule that is there for it and by no other. */
class SeededMistakesTest {

    private static final boolean IS_FULL = Boolean.getBoolean("hubtwin.full");

    private static final DescriptionSources API = DescriptionSources.read(LintTest.SOURCES, "openapi.yaml");

    private static final String LIST = "/paths/~1organizations/get";
    private static final String LIST_FOR_USER = "/paths/~1users~1{username}~1orgs/get";
    private static final String UPDATE = "/paths/~1orgs~1{org}/patch";
    private static final String CREDENTIALS = UPDATE + "/x-hubtwin-credentials";
    private static final String UPDATED = "/components/schemas/organization-update/properties";
    private static final String USER_TYPE = "/components/schemas/simple-user/properties/type";
    private static final String EXAMPLE = "/components/examples/orgs-get-default/value";

    static Stream<SeededMistake> mistakes() {
        return Stream.of(
                new SeededMistake(
                        Rule.SUMMARY_AND_DESCRIPTION,
                        "no summary",
                        draft -> draft.at(LIST).remove("summary")),
                new SeededMistake(
                        Rule.SUMMARY_AND_DESCRIPTION,
                        "an empty description",
                        draft -> draft.at(LIST).put("description", " ")),
                new SeededMistake(
                        Rule.ONE_DECLARED_TAG,
                        "two tags",
                        draft -> draft.list(LIST + "/tags").add("members")),
                new SeededMistake(
                        Rule.ONE_DECLARED_TAG, "an unknown tag", draft -> draft.put(LIST, "tags", "['nobody']")),
                new SeededMistake(
                        Rule.OPERATION_IDS, "no group", draft -> draft.at(LIST).put("operationId", "list")),
                new SeededMistake(
                        Rule.OPERATION_IDS,
                        "the same twice",
                        draft -> draft.at(LIST).put("operationId", "orgs/get")),
                new SeededMistake(
                        Rule.BODIES_HAVE_EXAMPLES,
                        "an answer without",
                        draft -> draft.at(LIST_FOR_USER + "/responses/200/content/application~1json")
                                .remove("examples")),
                new SeededMistake(
                        Rule.BODIES_HAVE_EXAMPLES,
                        "a request without",
                        draft -> draft.at(
                                        "/paths/~1user~1memberships~1orgs~1{org}/patch/requestBody/content/application~1json")
                                .remove("examples")),
                new SeededMistake(
                        Rule.REFUSALS_LISTED,
                        "no 4xx",
                        draft -> draft.at(LIST + "/responses").retain("200", "304")),
                new SeededMistake(
                        Rule.PATH_PARAMETERS_HAVE_EXAMPLES,
                        "nothing to try with",
                        draft -> draft.at("/components/parameters/org").remove("example")),
                new SeededMistake(
                        Rule.RESPONSE_NAMES,
                        "none",
                        draft -> draft.at(LIST + "/responses/200").remove("x-hubtwin-name")),
                new SeededMistake(
                        Rule.ONE_NAME_A_STATUS,
                        "another name",
                        draft -> draft.at(LIST + "/responses/200").put("x-hubtwin-name", "Fine")),
                new SeededMistake(
                        Rule.ONE_ARGUMENT_HEADER,
                        "two",
                        draft -> draft.put(
                                LIST + "/responses/200/headers",
                                "Location",
                                "{'$ref': '#/components/headers/location'}")),
                new SeededMistake(
                        Rule.NAMED_SCHEMAS,
                        "a list in a path",
                        draft -> draft.put(
                                LIST + "/responses/200/content/application~1json",
                                "schema",
                                "{'type': 'array', 'items': {'$ref': '#/components/schemas/organization-simple'}}")),
                new SeededMistake(
                        Rule.NAMED_SCHEMAS,
                        "an object in a path",
                        draft -> draft.put(
                                LIST + "/responses/200/content/application~1json",
                                "schema",
                                "{'type': 'object', 'properties': {}}")),
                new SeededMistake(
                        Rule.NAMED_SCHEMAS,
                        "an object in a schema",
                        draft -> draft.put(UPDATED, "plan", "{'type': 'object'}")),
                new SeededMistake(
                        Rule.NAMED_SCHEMAS,
                        "an object in a list",
                        draft -> draft.put(
                                UPDATED, "plans", "{'type': 'array', 'items': {'type': 'object', 'properties': {}}}")),
                new SeededMistake(
                        Rule.NAMED_SCHEMAS,
                        "an enum in a schema",
                        draft -> draft.put(UPDATED, "plan", "{'type': 'string', 'enum': ['a']}")),
                new SeededMistake(
                        Rule.NAMED_SCHEMAS,
                        "a choice in a schema",
                        draft -> draft.put(UPDATED, "plan", "{'oneOf': [{'type': 'string'}, {'type': 'integer'}]}")),
                new SeededMistake(Rule.NO_ANY_OF, "instead of oneOf", draft -> {
                    ObjectNode choice = draft.at("/components/schemas/validation-error-any");
                    choice.set("anyOf", choice.remove("oneOf"));
                }),
                new SeededMistake(
                        Rule.WIDE_IDS,
                        "an id",
                        draft -> draft.at("/components/schemas/organization-simple/properties/id")
                                .remove("format")),
                new SeededMistake(
                        Rule.WIDE_IDS,
                        "a parameter",
                        draft -> draft.at("/components/parameters/hook-id/schema")
                                .put("format", "int32")),
                new SeededMistake(
                        Rule.WIDE_IDS,
                        "a list of ids",
                        draft -> draft.at("/components/schemas/scoped-token-create/properties/repository_ids/items")
                                .remove("format")),
                new SeededMistake(
                        Rule.WIDE_IDS, "a count", draft -> draft.put(UPDATED, "star_count", "{'type': 'integer'}")),
                new SeededMistake(
                        Rule.REQUIRED_ARE_DECLARED,
                        "one is not",
                        draft -> draft.at("/components/schemas/webhook-config-create/properties")
                                .remove("url")),
                new SeededMistake(
                        Rule.NEW_MEMBERS_ARE_OPTIONAL,
                        "required",
                        draft -> draft.at(USER_TYPE).put("x-hubtwin-since", "2024-11")),
                new SeededMistake(
                        Rule.NEW_MEMBERS_ARE_OPTIONAL,
                        "no month",
                        draft -> draft.at(UPDATED + "/blog").put("x-hubtwin-since", "2024")),
                new SeededMistake(
                        Rule.NO_DEFAULT_IN_PATCH,
                        "in the body",
                        draft -> draft.at(UPDATED + "/blog").put("default", "none")),
                new SeededMistake(
                        Rule.NO_DEFAULT_IN_PATCH,
                        "behind a reference",
                        draft -> draft.at("/components/schemas/default-repository-permission")
                                .put("default", "read")),
                new SeededMistake(
                        Rule.COMPONENT_NAMES,
                        "a schema",
                        draft -> draft.rename("schemas", "basic-error", "BasicError")),
                new SeededMistake(
                        Rule.COMPONENT_NAMES,
                        "an example",
                        draft -> draft.rename("examples", "not-found", "not_found")),
                new SeededMistake(
                        Rule.COMPONENT_NAMES,
                        "a parameter",
                        draft -> draft.rename("parameters", "per-page", "per_page")),
                new SeededMistake(Rule.COMPONENT_NAMES, "a header", draft -> draft.rename("headers", "link", "Link")),
                new SeededMistake(
                        Rule.COMPONENT_NAMES,
                        "a response",
                        draft -> draft.rename("responses", "not-found", "notFound")),
                new SeededMistake(
                        Rule.MEMBER_NAMES,
                        "camel case",
                        draft -> draft.put(UPDATED, "otherName", "{'type': 'string'}")),
                new SeededMistake(Rule.FILE_NAMES, "another name than its file", draft -> {
                    ObjectNode schemas = (ObjectNode)
                            draft.description().files().get("openapi.yaml").at("/components/schemas");
                    schemas.set("organisation-plan", schemas.remove("organization-plan"));
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
                                .put("schemas/lonely.yaml", JsonNodeFactory.instance.objectNode())),
                new SeededMistake(
                        Rule.EXAMPLES_ARE_VALID,
                        "a wrong type",
                        draft -> draft.at(EXAMPLE).put("id", "1")),
                new SeededMistake(
                        Rule.EXAMPLES_ARE_VALID,
                        "an unknown member",
                        draft -> draft.at(EXAMPLE).put("unknown", 1)),
                new SeededMistake(
                        Rule.EXAMPLES_ARE_VALID,
                        "a missing member",
                        draft -> draft.at(EXAMPLE).remove("login")),
                new SeededMistake(
                        Rule.EXAMPLES_ARE_VALID,
                        "null where it may not be",
                        draft -> draft.at(EXAMPLE).putNull("login")),
                new SeededMistake(
                        Rule.EXAMPLES_ARE_VALID,
                        "no time",
                        draft -> draft.at(EXAMPLE).put("created_at", "yesterday")),
                new SeededMistake(
                        Rule.EXAMPLES_ARE_VALID,
                        "no URI",
                        draft -> draft.at(EXAMPLE).put("url", "not a uri")),
                new SeededMistake(
                        Rule.EXAMPLES_ARE_VALID,
                        "not of the enum",
                        draft -> draft.at(EXAMPLE).put("default_repository_permission", "all")),
                new SeededMistake(
                        Rule.EXAMPLES_ARE_VALID,
                        "a wrong request",
                        draft -> draft.at("/components/examples/orgs-update-request/value")
                                .put("billing_email", 1)),
                new SeededMistake(
                        Rule.EXAMPLES_ARE_VALID,
                        "a wrong refusal",
                        draft -> draft.at("/components/examples/validation-failed/value")
                                .put("reason", "why")),
                new SeededMistake(
                        Rule.EXTERNAL_DOCS, "none", draft -> draft.at(LIST).remove("externalDocs")),
                new SeededMistake(
                        Rule.PAGES_ARE_LINKED,
                        "by page",
                        draft -> draft.at(LIST_FOR_USER + "/responses/200/headers")
                                .remove("Link")),
                new SeededMistake(
                        Rule.PAGES_ARE_LINKED,
                        "by since",
                        draft -> draft.at(LIST + "/responses/200/headers").remove("Link")),
                new SeededMistake(
                        Rule.RESPONSE_SOURCES,
                        "hearsay",
                        draft -> draft.at(LIST + "/responses/200").put("x-hubtwin-source", "rumour")),
                new SeededMistake(
                        Rule.CREDENTIAL_KINDS,
                        "an unknown kind",
                        draft -> draft.list(CREDENTIALS + "/kinds").add("robot")),
                new SeededMistake(
                        Rule.SCOPES,
                        "an undeclared scope",
                        draft -> draft.list("/paths/~1orgs~1{org}/get/x-hubtwin-credentials/scopes/accepted")
                                .add("admin:galaxy")),
                new SeededMistake(
                        Rule.SCOPES,
                        "for a token that has none",
                        draft -> draft.put("/paths/~1app/get/x-hubtwin-credentials", "scopes", "{'accepted': []}")),
                new SeededMistake(
                        Rule.REQUIRED_SCOPES,
                        "not accepted",
                        draft -> draft.put(CREDENTIALS + "/scopes", "accepted", "['repo']")),
                new SeededMistake(
                        Rule.PERMISSIONS,
                        "no level",
                        draft -> draft.at(CREDENTIALS + "/permissions").put("members", "some")),
                new SeededMistake(
                        Rule.PERMISSIONS,
                        "no level in a repository",
                        draft -> draft.at(
                                        "/paths/~1orgs~1{org}~1campaigns/post/x-hubtwin-credentials/repository_permissions")
                                .put("security_events", "some")),
                new SeededMistake(
                        Rule.ROLES, "unknown", draft -> draft.at(CREDENTIALS).put("role", "king")),
                new SeededMistake(
                        Rule.REFUSALS,
                        "not a response",
                        draft -> draft.at(CREDENTIALS + "/refusals").put("role", 418)),
                new SeededMistake(
                        Rule.REFUSALS,
                        "no reason",
                        draft -> draft.at(CREDENTIALS + "/refusals").put("weather", 403)),
                new SeededMistake(
                        Rule.REFUSALS,
                        "not a response, by kind",
                        draft -> draft.put(CREDENTIALS + "/refusals", "kind", "{'app': 418}")),
                new SeededMistake(
                        Rule.REFUSALS,
                        "an unknown kind",
                        draft -> draft.put(CREDENTIALS + "/refusals", "kind", "{'robot': 401}")),
                new SeededMistake(
                        Rule.REFUSALS_ARE_COMPLETE,
                        "of a role",
                        draft -> draft.at(CREDENTIALS + "/refusals").remove("role")),
                new SeededMistake(
                        Rule.REFUSALS_ARE_COMPLETE,
                        "of a scope",
                        draft -> draft.at(CREDENTIALS + "/refusals").remove("scope")),
                new SeededMistake(
                        Rule.SECURITY,
                        "a kind missing",
                        draft -> draft.list(UPDATE + "/security").remove(0)),
                new SeededMistake(
                        Rule.SECURITY,
                        "another scope",
                        draft -> draft.put(
                                UPDATE,
                                "security",
                                "[{'classic': []}, {'oauth': ['repo']}, {'fine_grained': []}, {'user_to_server': []}, {'installation': []}]")));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isFoundByItsRule(SeededMistake mistake) {
        assertEquals(Set.of(mistake.rule()), mistake.finders(API, Stream.of(mistake.rule())));
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("representatives")
    void isFoundByNoOtherRule(SeededMistake mistake) {
        assertEquals(Set.of(mistake.rule()), mistake.finders(API, Stream.of(Rule.values())));
    }

    /** One mistake a rule, and all in the full form. */
    static Stream<SeededMistake> representatives() {
        Set<Rule> seen = EnumSet.noneOf(Rule.class);
        return mistakes().filter(mistake -> seen.add(mistake.rule()) || IS_FULL);
    }

    @Test
    void everyRuleHasOne() {
        Set<Rule> covered = Stream.concat(mistakes(), SeededControlMistakesTest.mistakes())
                .map(SeededMistake::rule)
                .collect(Collectors.toSet());
        assertEquals(
                List.of(),
                Arrays.stream(Rule.values())
                        .filter(rule -> !covered.contains(rule))
                        .toList());
    }
}
