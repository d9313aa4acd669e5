package dev.hubtwin.http;

import dev.hubtwin.api.model.ValidationErrorCode;
import dev.hubtwin.api.model.ValidationErrorDetail;
import java.util.List;

/**
 * A request that is refused. This is the catalogue of every refusal, worded as GitHub words it (conventions, section 1);
 * the one mapper turns it into an answer. A rule refuses by throwing, and then changes nothing.
 */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient List<ValidationErrorDetail> errors;
  private final boolean general;

  private Refusal(int status, String message, List<ValidationErrorDetail> errors, boolean general) {
    super(message, null, false, false);
    this.status = status;
    this.errors = errors;
    this.general = general;
  }

  /** The status of the answer. */
  public int status() {
    return status;
  }

  /** What is wrong member by member; empty when the message says it all. */
  public List<ValidationErrorDetail> errors() {
    return errors;
  }

  /** Whether the answer names the documentation of the whole API, and not of the operation. */
  boolean isGeneral() {
    return general;
  }

  /** A refusal in one sentence, with any status that the operation has. */
  public static Refusal of(int status, String message) {
    return new Refusal(status, message, List.of(), false);
  }

  /** 404: there is no such thing, or the caller may not know of it. */
  public static Refusal notFound() {
    return of(404, "Not Found");
  }

  /** 404: no operation has this path. */
  static Refusal noRoute() {
    return new Refusal(404, "Not Found", List.of(), true);
  }

  /** 401: the credential is unknown, expired or revoked; on every operation, public ones too. */
  static Refusal badCredentials() {
    return new Refusal(401, "Bad credentials", List.of(), true);
  }

  /** 400: the body is no JSON. */
  static Refusal problemsParsingJson() {
    return of(400, "Problems parsing JSON");
  }

  /** 400: the body is JSON and no object. */
  static Refusal notAnObject() {
    return of(400, "Body should be a JSON object");
  }

  /** 422: the body does not fit its schema; {@code sentences} say where. */
  static Refusal invalidRequest(String sentences) {
    return of(422, "Invalid request.\n\n" + sentences);
  }

  /** 422: a member of the request has a value that the state of the world does not admit. */
  public static Refusal validationFailed(String resource, ValidationErrorCode code, String field, String message) {
    return validationFailed(List.of(new ValidationErrorDetail(resource, code, field, message)));
  }

  /** 422: the same of several members. */
  static Refusal validationFailed(List<ValidationErrorDetail> errors) {
    return new Refusal(422, "Validation Failed", errors, false);
  }

  /** 403 or 429: no request is left in the window. */
  static Refusal rateLimited(String message) {
    return of(403, message);
  }
}
