package dev.hubtwin.internal.rest;

/**
 * Makes the absolute URLs of an answer. All of them bear the host that the request named, or the public URL.
 *
 * @param server the address of the server, without a slash at its end, such as {@code http://localhost:8080}
 * @param world how the paths of the world begin that the request was sent to; may be empty
 * @param dialect at which root of it the request came in
 */
public record Links(String server, String world, Dialect dialect) {

    /** Where the enterprise dialect is served. */
    public static final String ENTERPRISE_ROOT = "/api/v3";

    /** A URL of the API, in the root of the request. */
    public String api(String path) {
        return root() + path;
    }

    /** A URL of a page for people. */
    public String html(String path) {
        return server + world + path;
    }

    /** The picture of a user or an organization. */
    public String avatar(long account) {
        return html("/avatars/u/" + account + "?v=4");
    }

    /** Where another world of this server is. */
    public String world(String name) {
        return server + prefix(name);
    }

    /** How the paths of a world begin. */
    public static String prefix(String name) {
        return "/w/" + name;
    }

    /** The root of the API, without a slash at its end. */
    public String root() {
        return server + world + (dialect == Dialect.ENTERPRISE ? ENTERPRISE_ROOT : "");
    }
}
