package dev.hubtwin.internal.spec.version;

import java.util.List;
import java.util.function.Function;

/** What has to stay as it was for a change not to break anything; beside openapi-diff, what that does not see. */
public enum CompatibilityRule {
    OPENAPI_DIFF(OpenApiDifferences::breaking),
    CREDENTIALS_STAY(OperationRules::credentials),
    OPERATION_IDS_STAY(OperationRules::operationIds),
    SCHEMA_NAMES_STAY(OperationRules::schemaNames),
    ANSWERS_STAY_WITHOUT_NULL(SchemaRules::nullableAnswers),
    ANSWERS_HAVE_NO_NEW_VALUES(SchemaRules::widerAnswers),
    REQUESTS_MEAN_THE_SAME(SchemaRules::requests);

    private final Function<DescriptionPair, List<BreakingChange>> check;

    CompatibilityRule(Function<DescriptionPair, List<BreakingChange>> check) {
        this.check = check;
    }

    /** Returns what breaks this rule. */
    public List<BreakingChange> check(DescriptionPair descriptions) {
        return check.apply(descriptions);
    }
}
