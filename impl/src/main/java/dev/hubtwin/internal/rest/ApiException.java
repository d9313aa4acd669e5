package dev.hubtwin.internal.rest;

import dev.hubtwin.internal.api.model.ApiVersion;
import dev.hubtwin.internal.api.model.ValidationErrorCode;
import dev.hubtwin.internal.api.model.ValidationErrorDetail;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A request that is refused. This is the catalogue of every refusal, worded as GitHub words it (conventions, section
 * 1); the one mapper turns it into an answer. A rule refuses by throwing, and then changes nothing.
 */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<ValidationErrorDetail> errors;
    private final transient List<String> sentences;
    private final transient Optional<String> sentence;
    private final Form form;

    /** How a refusal is put. */
    public enum Form {
        /** In JSON, with where the operation is explained. */
        OF_OPERATION,
        /** In JSON, with where the whole API is explained. */
        GENERAL,
        /** In JSON, with where rate limits are explained. */
        RATE_LIMIT,
        /** In JSON, with where secondary rate limits are explained: clients know one by that address alone. */
        SECONDARY_RATE_LIMIT,
        /** As a page for people: its message is all there is. */
        PAGE
    }

    private ApiException(int status, String message, List<ValidationErrorDetail> errors, Form form) {
        this(status, message, errors, List.of(), Optional.empty(), form);
    }

    private ApiException(
            int status,
            String message,
            List<ValidationErrorDetail> errors,
            List<String> sentences,
            Optional<String> sentence,
            Form form) {
        super(message, null, false, false);
        this.status = status;
        this.errors = errors;
        this.sentences = sentences;
        this.sentence = sentence;
        this.form = form;
    }

    /** The status of the answer. */
    public int status() {
        return status;
    }

    /** What is wrong member by member; empty when the message says it all. */
    public List<ValidationErrorDetail> errors() {
        return errors;
    }

    /** What is wrong, for an operation that says so in sentences; empty for any other. */
    public List<String> sentences() {
        return sentences;
    }

    /** What is wrong, where that is one sentence beside the message; empty where it is not. */
    public Optional<String> sentence() {
        return sentence;
    }

    /** How the answer is put. */
    public Form form() {
        return form;
    }

    /** A refusal in one sentence, with any status that the operation has. */
    public static ApiException of(int status, String message) {
        return new ApiException(status, message, List.of(), Form.OF_OPERATION);
    }

    /** 404: there is no such thing, or the caller may not know of it. */
    public static ApiException notFound() {
        return of(404, "Not Found");
    }

    /** 404: no operation has this path. */
    public static ApiException noRoute() {
        return new ApiException(404, "Not Found", List.of(), Form.GENERAL);
    }

    /** A refusal that a browser sees as this page, which is HTML. */
    public static ApiException page(int status, String html) {
        return new ApiException(status, html, List.of(), Form.PAGE);
    }

    /** 403: the request does not say which program sent it (conventions, section 8). */
    public static ApiException noUserAgent() {
        return new ApiException(403, """
        Request forbidden by administrative rules. \
        Please make sure your request has a User-Agent header (https://docs.github.com/rest/overview/\
        resources-in-the-rest-api#user-agent-required). Check https://developer.github.com for other possible causes.
        """, List.of(), Form.PAGE);
    }

    /** 400: the API has no such version (conventions, section 8). */
    public static ApiException unknownVersion(String version) {
        String known = Stream.of(ApiVersion.values())
                .map(one -> "\"" + one + "\"")
                .collect(Collectors.joining(", "))
                .replaceFirst("\"(,|$)", "\" (most recent)$1");
        return new ApiException(
                400,
                "The version you specified in the \"X-GitHub-API-Version\" request header, \"" + version
                        + "\", is not a supported version. The following versions are currently supported: " + known
                        + ".",
                List.of(),
                Form.GENERAL);
    }

    /** 401: the credential is unknown, expired or revoked; on every operation, public ones too. */
    public static ApiException badCredentials() {
        return ofCredential(401, "Bad credentials");
    }

    /** The credential is not good, and why. */
    public static ApiException ofCredential(int status, String message) {
        return new ApiException(status, message, List.of(), Form.GENERAL);
    }

    /** 403: the app has no access to the account for the time being (R143). */
    public static ApiException installationSuspended() {
        return of(403, "This installation has been suspended");
    }

    /** 400: the body is not JSON. */
    public static ApiException problemsParsingJson() {
        return of(400, "Problems parsing JSON");
    }

    /** 400: the body is JSON and no object. */
    public static ApiException notAnObject() {
        return of(400, "Body should be a JSON object");
    }

    /** 422: the body does not fit its schema; {@code sentences} say where. */
    public static ApiException invalidRequest(String sentences) {
        return of(422, "Invalid request.\n\n" + sentences);
    }

    /** 422: a member of the request has a value that the state of the world does not admit. */
    public static ApiException validationFailed(
            String resource, ValidationErrorCode code, String field, String message) {
        return invalid(List.of(new ValidationErrorDetail(resource, code, field, message)));
    }

    /** 422: the same of several members. */
    public static ApiException invalid(List<ValidationErrorDetail> errors) {
        return invalid("Validation Failed", errors);
    }

    /** 422: the same, in a sentence of the operation's own. */
    public static ApiException invalid(String message, List<ValidationErrorDetail> errors) {
        return new ApiException(422, message, errors, Form.OF_OPERATION);
    }

    /** 422, of an operation that says in sentences what is wrong. */
    public static ApiException validationFailed(List<String> sentences) {
        return new ApiException(422, "Validation Failed", List.of(), sentences, Optional.empty(), Form.OF_OPERATION);
    }

    /** 422, of an operation that says in one sentence what is wrong. */
    public static ApiException validationFailed(String sentence) {
        return new ApiException(
                422, "Validation Failed", List.of(), List.of(), Optional.of(sentence), Form.OF_OPERATION);
    }

    /** 403 or 429: no request is left in the window. */
    public static ApiException rateLimited(int status, String message) {
        return new ApiException(status, message, List.of(), Form.RATE_LIMIT);
    }

    /** 503: the program is busy. A gateway says so of any operation, so none has it in its description. */
    public static ApiException overloaded() {
        return new ApiException(503, "Service Unavailable", List.of(), Form.GENERAL);
    }

    /** 403 or 429: too much was asked for in a short time. Only a fault says so. */
    public static ApiException secondaryLimit(int status) {
        return new ApiException(
                status,
                "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
                List.of(),
                Form.SECONDARY_RATE_LIMIT);
    }
}
