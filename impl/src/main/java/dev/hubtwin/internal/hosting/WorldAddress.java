package dev.hubtwin.internal.hosting;

import dev.hubtwin.internal.rest.Dialect;
import dev.hubtwin.internal.rest.Links;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the path of a request, and the host it was sent to, address.
 *
 * @param world the world that is named, if any is
 * @param prefix how the path begins that names it; empty if it does not
 * @param dialect as which server the twin speaks there
 * @param rest the raw path below the root, without the slash it begins with
 */
public record WorldAddress(Optional<String> world, String prefix, Dialect dialect, String rest) {

    private static final String NAME = "([a-z0-9-]{1,63})";
    private static final Pattern NAMES = Pattern.compile(NAME);
    private static final String PATHS = "/w/";
    private static final Pattern BY_PATH = Pattern.compile(PATHS + NAME + "(?=/|$)");
    private static final String LOCAL = ".localhost";
    private static final Pattern BY_HOST =
            Pattern.compile(NAME + Pattern.quote(LOCAL) + "(:[0-9]*)?", Pattern.CASE_INSENSITIVE);
    private static final String CONTROL = "_twin/";

    /** Reads a raw path; the path goes before the host. */
    public static WorldAddress of(String authority, String rawPath) {
        return byPath(rawPath)
                .map(path -> below(Optional.of(path.group(1)), path.group(), rawPath.substring(path.end())))
                .orElseGet(() -> below(byHost(authority), "", rawPath));
    }

    /** The world that a raw path or else the host names; empty if neither does. */
    public static Optional<String> world(String authority, String rawPath) {
        return byPath(rawPath).map(path -> path.group(1)).or(() -> byHost(authority));
    }

    /** Matches the beginning of a path that names a world. */
    private static Optional<Matcher> byPath(String rawPath) {
        return Optional.of(rawPath)
                .filter(path -> path.startsWith(PATHS))
                .map(BY_PATH::matcher)
                .filter(Matcher::lookingAt);
    }

    private static Optional<String> byHost(String authority) {
        if (!authority.regionMatches(true, authority.indexOf('.'), LOCAL, 0, LOCAL.length())) {
            return Optional.empty();
        }
        Matcher host = BY_HOST.matcher(authority);
        return host.matches() ? Optional.of(host.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private static WorldAddress below(Optional<String> world, String prefix, String path) {
        boolean enterprise = path.equals(Links.ENTERPRISE_ROOT) || path.startsWith(Links.ENTERPRISE_ROOT + "/");
        String below = enterprise ? path.substring(Links.ENTERPRISE_ROOT.length()) : path;
        String rest = below.isEmpty() ? "" : below.substring(1);
        return new WorldAddress(world, prefix, enterprise ? Dialect.ENTERPRISE : Dialect.GITHUB_COM, rest);
    }

    /** Whether a world can be called so. */
    static boolean isName(String name) {
        return NAMES.matcher(name).matches();
    }

    /** How the root of the request's path begins: the world's prefix, and the dialect's. */
    public String root() {
        return prefix + (dialect == Dialect.ENTERPRISE ? Links.ENTERPRISE_ROOT : "");
    }

    /** Whether the control API is meant. */
    public boolean isControl() {
        return dialect == Dialect.GITHUB_COM && rest.startsWith(CONTROL);
    }
}
