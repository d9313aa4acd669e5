package dev.hubtwin.internal.spec.lint;

import java.util.List;
import java.util.function.Function;

/** What is asked of a description. */
public enum Rule {
    SUMMARY_AND_DESCRIPTION(OperationRules::summaryAndDescription),
    ONE_DECLARED_TAG(OperationRules::oneDeclaredTag),
    OPERATION_IDS(OperationRules::operationIds),
    BODIES_HAVE_EXAMPLES(OperationRules::bodiesHaveExamples),
    REFUSALS_LISTED(OperationRules::refusalsListed),
    PATH_PARAMETERS_HAVE_EXAMPLES(OperationRules::pathParametersHaveExamples),
    CONTROL_TOKEN(CredentialRules::controlToken),
    RESPONSE_NAMES(ResponseRules::names),
    ONE_NAME_A_STATUS(ResponseRules::oneNameAStatus),
    ONE_ARGUMENT_HEADER(ResponseRules::oneArgumentHeader),
    NAMED_SCHEMAS(SchemaRules::named),
    NO_ANY_OF(SchemaRules::noAnyOf),
    WIDE_IDS(SchemaRules::wideIds),
    REQUIRED_ARE_DECLARED(SchemaRules::requiredAreDeclared),
    NEW_MEMBERS_ARE_OPTIONAL(SchemaRules::newMembersAreOptional),
    NO_DEFAULT_IN_PATCH(SchemaRules::noDefaultInPatch),
    COMPONENT_NAMES(NameRules::components),
    MEMBER_NAMES(NameRules::members),
    FILE_NAMES(NameRules::files),
    COMPONENTS_USED(UseRules::components),
    FILES_USED(UseRules::files),
    EXAMPLES_ARE_VALID(ExampleRules::valid),
    PAGES_ARE_LINKED(OperationRules::pagesAreLinked),
    RESPONSE_SOURCES(ResponseRules::sources),
    CREDENTIAL_KINDS(CredentialRules::kinds),
    SCOPES(CredentialRules::scopes),
    REQUIRED_SCOPES(CredentialRules::requiredScopes),
    PERMISSIONS(CredentialRules::permissions),
    ROLES(CredentialRules::roles),
    REFUSALS(CredentialRules::refusals),

    // The control API has no document, and takes its token instead of credentials.
    EXTERNAL_DOCS(OperationRules::externalDocs, false),
    REFUSALS_ARE_COMPLETE(CredentialRules::refusalsAreComplete, false),
    SECURITY(CredentialRules::security, false);

    private final Function<DescriptionSources, List<Finding>> check;
    private final boolean forControl;

    Rule(Function<DescriptionSources, List<Finding>> check) {
        this(check, true);
    }

    Rule(Function<DescriptionSources, List<Finding>> check, boolean forControl) {
        this.check = check;
        this.forControl = forControl;
    }

    public List<Finding> check(DescriptionSources description) {
        return check.apply(description);
    }

    /** Whether the rule makes sense for the control API too. */
    public boolean isForControl() {
        return forControl;
    }
}
