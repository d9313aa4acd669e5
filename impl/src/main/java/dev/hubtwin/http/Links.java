package dev.hubtwin.http;

/**
 * Makes the absolute URLs of an answer. All of them bear the host that the request named, or the public URL.
 *
 * @param web the address of the server, without a slash at its end, such as {@code http://localhost:8080}
 * @param dialect at which root of it the request came in
 */
public record Links(String web, Dialect dialect) {

  /** Where the enterprise dialect is served. */
  public static final String ENTERPRISE_ROOT = "/api/v3";

  /** A URL of the API, in the root of the request. */
  public String api(String path) {
    return root() + path;
  }

  /** A URL of a page for people. */
  public String html(String path) {
    return web + path;
  }

  /** The picture of a user or an organization. */
  public String avatar(long account) {
    return html("/avatars/u/" + account + "?v=4");
  }

  /** The root of the API, without a slash at its end. */
  public String root() {
    return dialect == Dialect.ENTERPRISE ? web + ENTERPRISE_ROOT : web;
  }
}
