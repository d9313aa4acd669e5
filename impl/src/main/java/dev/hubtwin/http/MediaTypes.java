package dev.hubtwin.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What GitHub makes of an {@code Accept} header: it is never refused, only understood or not (conventions, section 7). */
public final class MediaTypes {

  private static final Pattern GITHUB = Pattern.compile("application/vnd\\.github(?:\\.v3)?(?:\\.([a-z0-9-]+))?(?:\\+json)?");
  private static final String PLAIN = "github.v3; format=json";

  private MediaTypes() {}

  /** The {@code X-GitHub-Media-Type} of an answer to a request with this {@code Accept}, which may be null. */
  static String understood(String accept) {
    if (accept == null || accept.isBlank() || accept.contains("application/json")) {
      return PLAIN;
    }
    Matcher type = GITHUB.matcher(accept);
    if (!type.find()) {
      return "unknown, github.v3";
    }
    return Optional.ofNullable(type.group(1)).map(p -> "github.v3; param=" + p + "; format=json").orElse(PLAIN);
  }

  /** Whether an {@code Accept} header asks for a preview of that name. */
  public static boolean asksFor(String accept, String preview) {
    return accept != null && accept.contains("application/vnd.github." + preview + "-preview");
  }
}
