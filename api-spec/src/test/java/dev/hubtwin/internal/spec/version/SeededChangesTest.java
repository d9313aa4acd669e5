package dev.hubtwin.internal.spec.version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.internal.spec.Bundler;
import dev.hubtwin.internal.spec.version.SemanticVersion.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each change that breaks clients is found by the rule that is there for it, and asks for a major version. */
class SeededChangesTest {

    /** A few operations are enough, and compared in no time. */
    private static final JsonNode RELEASED = part(Bundler.bundle(Path.of("src/main/openapi/openapi.yaml")));

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String MEMBERS = "/paths/~1orgs~1{org}~1members/get";
    private static final String UPDATE = "/paths/~1orgs~1{org}/patch";
    private static final String CREDENTIALS = UPDATE + "/x-hubtwin-credentials";
    private static final String UPDATED = "/components/schemas/organization-update/properties";
    private static final String USER = "/components/schemas/simple-user";
    private static final String EMAIL = "/components/schemas/email";
    private static final String FILTER = "/components/schemas/two-factor-filter";

    record Change(CompatibilityRule rule, String what, Consumer<Draft> seed) {
        @Override
        public String toString() {
            return rule + ": " + what;
        }
    }

    /** A description that is being changed. */
    record Draft(JsonNode root) {

        ObjectNode at(String pointer) {
            return (ObjectNode) root.at(pointer);
        }

        ArrayNode list(String pointer) {
            return (ArrayNode) root.at(pointer);
        }

        void put(String pointer, String name, String json) {
            try {
                at(pointer).set(name, JSON.readTree(json.replace('\'', '"')));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void rename(String schema, String other) {
            String components = "#/components/schemas/";
            at("/components/schemas").set(other, at("/components/schemas").remove(schema));
            root.findParents("$ref").stream()
                    .filter(place -> place.path("$ref").asText().equals(components + schema))
                    .forEach(place -> ((ObjectNode) place).put("$ref", components + other));
        }

        void remove(String pointer, String value) {
            list(pointer).removeIf(element -> element.asText().equals(value));
        }
    }

    static Stream<Change> breaking() {
        return Stream.of(
                new Change(
                        CompatibilityRule.OPENAPI_DIFF,
                        "an operation is gone",
                        draft -> draft.at("/paths/~1orgs~1{org}~1members").remove("get")),
                new Change(
                        CompatibilityRule.OPENAPI_DIFF,
                        "a parameter is required",
                        draft -> draft.list(MEMBERS + "/parameters")
                                .addObject()
                                .put("name", "since")
                                .put("in", "query")
                                .put("required", true)
                                .putObject("schema")
                                .put("type", "string")),
                new Change(
                        CompatibilityRule.OPENAPI_DIFF,
                        "a member of a body is required",
                        draft -> draft.list("/components/schemas/webhook-config-create/required")
                                .add("secret")),
                new Change(CompatibilityRule.OPENAPI_DIFF, "a member of an answer is gone", draft -> {
                    draft.at(EMAIL + "/properties").remove("email");
                    draft.remove(EMAIL + "/required", "email");
                }),
                new Change(
                        CompatibilityRule.OPENAPI_DIFF,
                        "a member of an answer has another type",
                        draft -> draft.put(EMAIL + "/properties", "email", "{'type': 'integer', 'format': 'int64'}")),
                new Change(
                        CompatibilityRule.OPENAPI_DIFF,
                        "a status is gone",
                        draft -> draft.at(UPDATE + "/responses").remove("422")),
                new Change(
                        CompatibilityRule.CREDENTIALS_STAY,
                        "a kind is refused",
                        draft -> draft.remove(CREDENTIALS + "/kinds", "installation")),
                new Change(
                        CompatibilityRule.CREDENTIALS_STAY,
                        "a scope is not enough",
                        draft -> draft.put(CREDENTIALS + "/scopes", "required", "['repo']")),
                new Change(
                        CompatibilityRule.CREDENTIALS_STAY,
                        "a permission is needed",
                        draft -> draft.put(CREDENTIALS, "permissions", "{'organization_administration': 'admin'}")),
                new Change(
                        CompatibilityRule.CREDENTIALS_STAY,
                        "a role is needed",
                        draft -> draft.at(MEMBERS + "/x-hubtwin-credentials").put("role", "owner")),
                new Change(
                        CompatibilityRule.CREDENTIALS_STAY,
                        "a refusal has another status",
                        draft -> draft.at(CREDENTIALS + "/refusals").put("role", 404)),
                new Change(
                        CompatibilityRule.OPERATION_IDS_STAY,
                        "another id",
                        draft -> draft.at(UPDATE).put("operationId", "orgs/change")),
                new Change(
                        CompatibilityRule.SCHEMA_NAMES_STAY,
                        "a schema is renamed",
                        draft -> draft.rename("email", "address")),
                new Change(
                        CompatibilityRule.ANSWERS_STAY_WITHOUT_NULL,
                        "a member may be null",
                        draft -> draft.at(USER + "/properties/login").put("nullable", true)),
                new Change(
                        CompatibilityRule.ANSWERS_HAVE_NO_NEW_VALUES,
                        "a value more",
                        draft -> draft.list("/components/schemas/org-membership-state/enum")
                                .add("suspended")),
                new Change(
                        CompatibilityRule.REQUESTS_MEAN_THE_SAME,
                        "a parameter loses a value",
                        draft -> draft.list(FILTER + "/enum").remove(0)),
                new Change(
                        CompatibilityRule.REQUESTS_MEAN_THE_SAME,
                        "a parameter has a limit",
                        draft -> draft.at("/components/parameters/per-page/schema")
                                .put("maximum", 10)),
                new Change(
                        CompatibilityRule.REQUESTS_MEAN_THE_SAME,
                        "a member has a limit",
                        draft -> draft.at(UPDATED + "/company").put("maxLength", 10)),
                new Change(
                        CompatibilityRule.ANSWERS_HAVE_NO_NEW_VALUES,
                        "any value",
                        draft -> draft.at("/components/schemas/org-membership-state")
                                .remove("enum")),
                new Change(
                        CompatibilityRule.REQUESTS_MEAN_THE_SAME,
                        "a member has a least length",
                        draft -> draft.at(UPDATED + "/company").put("minLength", 10)),
                new Change(
                        CompatibilityRule.REQUESTS_MEAN_THE_SAME,
                        "a member takes some values only",
                        draft -> draft.put(UPDATED + "/company", "enum", "['GitHub']")),
                new Change(
                        CompatibilityRule.REQUESTS_MEAN_THE_SAME,
                        "a member takes no null",
                        draft -> draft.at(UPDATED + "/company").remove("nullable")),
                new Change(
                        CompatibilityRule.REQUESTS_MEAN_THE_SAME,
                        "a member of a body is gone",
                        draft -> draft.at(UPDATED).remove("company")),
                new Change(
                        CompatibilityRule.REQUESTS_MEAN_THE_SAME,
                        "unknown members are refused",
                        draft -> draft.at("/components/schemas/org-hook-create").put("additionalProperties", false)),
                new Change(
                        CompatibilityRule.REQUESTS_MEAN_THE_SAME,
                        "a parameter has another default",
                        draft -> draft.at("/components/parameters/per-page/schema")
                                .put("default", 50)),
                new Change(
                        CompatibilityRule.REQUESTS_MEAN_THE_SAME,
                        "a member has a pattern",
                        draft -> draft.at(UPDATED + "/company").put("pattern", "[a-z]+")));
    }

    static Stream<Change> compatible() {
        return Stream.of(
                new Change(
                        null,
                        "an operation more",
                        draft -> draft.at("/paths")
                                .set("/new", draft.at("/paths/~1zen").deepCopy())),
                new Change(
                        null,
                        "a status more",
                        draft -> draft.put("/paths/~1zen/get/responses", "418", "{'description': 'A teapot.'}")),
                new Change(
                        null,
                        "an optional member of a body",
                        draft -> draft.put(UPDATED, "motto", "{'type': 'string'}")),
                new Change(
                        null,
                        "a member of an answer",
                        draft -> draft.put(EMAIL + "/properties", "motto", "{'type': 'string'}")),
                new Change(
                        null,
                        "a kind of credentials more",
                        draft -> draft.list(CREDENTIALS + "/kinds").add("app")),
                new Change(
                        null,
                        "a wider parameter",
                        draft -> draft.at("/components/parameters/per-page/schema")
                                .put("maximum", 200)));
    }

    @ParameterizedTest
    @MethodSource("breaking")
    void breakingChangesAreFoundByTheirRule(Change change) {
        List<BreakingChange> found =
                change.rule().check(new DescriptionPair(RELEASED, changed(change.seed(), "9.0.0")));
        assertFalse(found.isEmpty());
    }

    @Test
    void everyRuleHasOne() {
        Set<CompatibilityRule> covered = breaking().map(Change::rule).collect(Collectors.toSet());
        assertEquals(
                List.of(),
                Arrays.stream(CompatibilityRule.values())
                        .filter(rule -> !covered.contains(rule))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("compatible")
    void compatibleChangesBreakNothingAndAskForAMinorVersion(Change change) {
        assertEquals(List.of(), asked(change.seed(), "9.1.0").breaking());
        assertEquals(Optional.empty(), asked(change.seed(), "9.1.0").complaint());
        assertTrue(complaint(change.seed(), "9.0.1").contains("must be 9.1.0 or later"));
    }

    @Test
    void aPathMayLoseTheSlashAtItsEndWithWhichItIsServedAllTheSame() {
        Consumer<Draft> earlier =
                draft -> draft.at("/paths").set("/zen/", draft.at("/paths").remove("/zen"));
        Consumer<Draft> folder = draft -> draft.at("/paths/~1zen/get").put("x-hubtwin-folder", true);
        DescriptionChanges changes = DescriptionChanges.between(changed(earlier, "9.0.0"), changed(folder, "9.1.0"));
        assertEquals(List.of(), changes.breaking());
        assertEquals(Step.MINOR, changes.needed());
        assertFalse(Changelog.section(changes).contains("New operations"));
        List<BreakingChange> without = DescriptionChanges.between(
                        changed(earlier, "9.0.0"), changed(draft -> {}, "9.1.0"))
                .breaking();
        assertEquals(List.of(new BreakingChange("GET /zen/", "is gone")), without);
    }

    @Test
    void aBreakingChangeIsNamedUntilTheMajorVersionIsAnother() {
        Consumer<Draft> seed = draft -> draft.at(UPDATE + "/responses").remove("409");
        String complaint = complaint(seed, "9.1.0");
        assertTrue(complaint.contains("must be 10.0.0 or later"), complaint);
        assertTrue(complaint.contains("\n  PATCH /orgs/{org}: answers 409 no longer"), complaint);
        assertEquals(Optional.empty(), asked(seed, "10.0.0").complaint());
    }

    @Test
    void wordsAskForAPatchAndNothingForNothing() {
        Consumer<Draft> words = draft -> draft.at(UPDATE).put("summary", "Update it");
        assertEquals(Step.PATCH, asked(words, "9.0.1").needed());
        assertTrue(complaint(words, "9.0.0").contains("must be 9.0.1 or later"));
        assertEquals(Optional.empty(), asked(draft -> {}, "9.0.0").complaint());
    }

    @Test
    void theChangelogTellsWhatIsNewAndWhatBreaks() {
        String section = Changelog.section(asked(
                draft -> {
                    draft.at("/paths").set("/new", draft.at("/paths/~1zen").deepCopy());
                    draft.at(UPDATE + "/responses").remove("409");
                    draft.put(UPDATED, "motto", "{'type': 'string'}");
                },
                "10.0.0"));
        assertEquals("""
                ## 10.0.0

                Since 9.0.0:

                ### Breaking

                - PATCH /orgs/{org}: answers 409 no longer

                ### New operations

                - `GET /new`: Get the Zen of GitHub

                ### In schemas

                - `organization-update`: members motto
                """, section);
    }

    private static JsonNode part(JsonNode description) {
        ((ObjectNode) description.path("paths"))
                .retain(
                        "/zen",
                        "/user/emails",
                        "/orgs/{org}",
                        "/orgs/{org}/hooks",
                        "/orgs/{org}/members",
                        "/user/memberships/orgs/{org}");
        return description;
    }

    private static String complaint(Consumer<Draft> seed, String version) {
        return asked(seed, version).complaint().orElseThrow();
    }

    private static DescriptionChanges asked(Consumer<Draft> seed, String version) {
        return DescriptionChanges.between(changed(draft -> {}, "9.0.0"), changed(seed, version));
    }

    private static JsonNode changed(Consumer<Draft> seed, String version) {
        Draft draft = new Draft(RELEASED.deepCopy());
        seed.accept(draft);
        draft.at("/info").put("version", version);
        return draft.root();
    }
}
