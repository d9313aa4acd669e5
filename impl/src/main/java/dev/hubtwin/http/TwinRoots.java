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

  @Override
  public Rooted root(String authority, String scheme, String rawPath) {
    boolean enterprise = rawPath.equals(Links.ENTERPRISE_ROOT) || rawPath.startsWith(Links.ENTERPRISE_ROOT + "/");
    String here = scheme + "://" + authority;
    Links links = new Links(publicUrl.get().orElse(here), enterprise ? Dialect.ENTERPRISE : Dialect.GITHUB_COM);
    String root = enterprise ? Links.ENTERPRISE_ROOT : "";
    String rest = rawPath.length() > root.length() ? rawPath.substring(root.length() + 1) : "";
    return new Rooted(URI.create(here + root + "/"), rest, Map.of(LINKS, links));
  }
}
