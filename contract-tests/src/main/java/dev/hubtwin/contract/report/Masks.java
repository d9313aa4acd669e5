package dev.hubtwin.contract.report;

import java.net.http.HttpHeaders;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Hides secrets: the ones that are known, and whatever looks like a token, a JSON web token or a private key, or is called
 * a secret in JSON.
 */
public final class Masks {

  private static final String MASK = "********";
  private static final int SHORTEST = 4;
  private static final Pattern LOOKS = Pattern.compile(
      "\\b(?:gh[a-z]_|github_pat_)\\w{3,}|\\beyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*"
          + "|-----BEGIN [^-]+-----.*?-----END [^-]+-----", Pattern.DOTALL);
  private static final Pattern CALLED = Pattern.compile(
      "(\"(?:token|access_token|hashed_token|client_secret|webhook_secret|secret|pem)\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)+");
  private static final Pattern CREDENTIAL = Pattern.compile("^(\\S+ +)?.*$", Pattern.DOTALL);

  private final List<String> known;

  /**
   * Masks for what is known to be secret beside what looks so.
   *
   * @param secrets those shorter than four characters are no secrets
   */
  public Masks(Collection<String> secrets) {
    this.known = secrets.stream()
        .filter(secret -> secret.length() >= SHORTEST)
        .sorted(Comparator.comparing(String::length).reversed())
        .toList();
  }

  /** A text without its secrets. */
  public String text(String text) {
    String masked = text;
    for (String secret : known) {
      masked = masked.replace(secret, MASK);
    }
    return LOOKS.matcher(CALLED.matcher(masked).replaceAll("$1" + MASK)).replaceAll(MASK);
  }

  /** Headers, one a line; of a credential only its scheme is left. */
  public String headers(HttpHeaders headers) {
    StringBuilder lines = new StringBuilder();
    headers.map().forEach((name, values) -> values.forEach(value -> lines.append(name).append(": ")
        .append(name.equalsIgnoreCase("Authorization") ? CREDENTIAL.matcher(value).replaceFirst("$1" + MASK) : text(value))
        .append('\n')));
    return lines.toString();
  }
}
