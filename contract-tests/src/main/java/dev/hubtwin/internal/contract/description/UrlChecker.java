package dev.hubtwin.internal.contract.description;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.Target;
import dev.hubtwin.internal.contract.http.MemberFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks the URLs of an answer. All of them have the host and the root of the request, so that a client which follows
 * one stays at the target; pages for people have the host and not the root. Of a target that is not strict, pages,
 * pictures, repositories and undescribed members may be elsewhere.
 */
public record UrlChecker(Target target) {

    /** Members whose URL an owner chooses. */
    private static final Set<String> FOREIGN = Set.of("documentation_url", "mirror_url", "external_url", "note_url");
    /** The member with the URL of a receiver of webhooks. */
    private static final String RECEIVER = "config";

    private static final Set<String> PAGES = Set.of("avatar_url", "clone_url", "svn_url");
    private static final Set<String> GIT = Set.of("git_url", "ssh_url");
    private static final Set<String> DESCRIBED = Description.PUBLISHED.schemas().findValues("properties").stream()
            .flatMap(properties -> properties.properties().stream().map(Map.Entry::getKey))
            .collect(Collectors.toSet());

    /**
     * A member whose URL is elsewhere.
     *
     * @param pointer where in the body it is, as a JSON pointer
     */
    public record Stray(String name, String pointer, JsonNode url) {}

    /** Returns the members whose URL is elsewhere. */
    public List<Stray> strays(JsonNode body) {
        List<Stray> strays = new ArrayList<>();
        collect(body, "", strays);
        return strays;
    }

    /** Whether a URL stays at the root of the API. */
    boolean isAtRoot(String url) {
        String root = target.root().toString();
        boolean foreignRoot = !target.enterprise() && url.startsWith(root + "/api/v3");
        return url.equals(root) || !foreignRoot && (url.startsWith(root + "/") || url.startsWith(root + "{"));
    }

    private void collect(JsonNode node, String pointer, List<Stray> strays) {
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), pointer + "/" + i, strays);
        }
        node.properties().forEach(member -> {
            String inner = MemberFault.pointer(pointer, member.getKey());
            if (member.getKey().equals(RECEIVER)) {
                return;
            }
            if (member.getValue().isContainerNode()) {
                collect(member.getValue(), inner, strays);
            } else if (isUrl(member.getKey(), node)
                    && isJudged(member.getKey())
                    && member.getValue().isTextual()
                    && !isHome(member.getKey(), member.getValue().textValue())) {
                strays.add(new Stray(member.getKey(), inner, member.getValue()));
            }
        });
    }

    /**
     * The {@code url} beside a client id is the site of the app, that of a delivery or of how to deliver is the
     * receiver's, and the page of a licence is elsewhere.
     */
    private static boolean isUrl(String name, JsonNode of) {
        return name.equals("url") && !of.has("client_id") && !of.has("guid") && !of.has("content_type")
                || name.endsWith("_url") && !FOREIGN.contains(name) && !(name.equals("html_url") && of.has("spdx_id"));
    }

    private boolean isJudged(String name) {
        return target.strict() || DESCRIBED.contains(name) && !isPage(name) && !GIT.contains(name);
    }

    private static boolean isPage(String name) {
        return PAGES.contains(name) || name.endsWith("html_url");
    }

    private boolean isHome(String name, String url) {
        if (name.equals("git_url")) {
            return url.startsWith("git://" + target.root().getAuthority() + "/");
        }
        if (name.equals("ssh_url")) {
            return url.startsWith("git@" + target.root().getAuthority() + ":");
        }
        return isPage(name)
                ? url.startsWith(target.origin() + "/") && !url.startsWith(target.origin() + "/api/v3")
                : isAtRoot(url);
    }
}
