package dev.hubtwin.http;

import dev.hubtwin.http.container.Roots;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The roots of the twin: {@code /} speaks as github.com, {@code /api/v3} as an enterprise server. */
public final class TwinRoots implements Roots {

  private static final String CONTROL = "/_twin/";
  private static final int WORLD_BYTES = 512 << 20;

  static final String LINKS = Links.class.getName();

  private final Supplier<Optional<String>> publicUrl;

  /**
   * The roots of a server.
   *
   * @param publicUrl the address that answers bear instead of the one in the request, if any
   */
  public TwinRoots(Supplier<Optional<String>> publicUrl) {
    this.publicUrl = publicUrl;
  }

  /** A whole world is larger than any body of GitHub's API. */
  @Override
  public int bodyBytes(String rawPath, int usual) {
    return rawPath.startsWith(CONTROL) ? WORLD_BYTES : usual;
  }

  /** In GitHub's shape and in the dialect of the path, as the refusals of the application. */
  @Override
  public Refused refused(String rawPath, int status, String reason) {
    Dialect dialect = dialect(rawPath);
    String last = dialect == Dialect.GITHUB_COM ? ",\"status\":\"%d\"".formatted(status) : "";
    String body = "{\"message\":\"%s\",\"documentation_url\":\"%s\"%s}".formatted(reason, dialect.documentation(), last);
    return new Refused(ResponseHeaders.ofEveryAnswer(dialect, null), body);
  }

  @Override
  public Rooted root(String authority, String scheme, String rawPath) {
    Dialect dialect = dialect(rawPath);
    String here = scheme + "://" + authority;
    Links links = new Links(publicUrl.get().orElse(here), dialect);
    String root = dialect == Dialect.ENTERPRISE ? Links.ENTERPRISE_ROOT : "";
    String rest = rawPath.length() > root.length() ? rawPath.substring(root.length() + 1) : "";
    return new Rooted(URI.create(here + root + "/"), rest, Map.of(LINKS, links));
  }

  private static Dialect dialect(String rawPath) {
    boolean enterprise = rawPath.equals(Links.ENTERPRISE_ROOT) || rawPath.startsWith(Links.ENTERPRISE_ROOT + "/");
    return enterprise ? Dialect.ENTERPRISE : Dialect.GITHUB_COM;
  }
}
