package dev.hubtwin.internal.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The {@code Link} header in GitHub's order (conventions, section 4): {@code prev, next, last, first}, each only where
 * it leads somewhere else; no header when there is one page.
 */
public final class PageLinks {

    private final String url;
    private final String query;

    /**
     * Links to other pages of a list.
     *
     * @param url the list without its query
     * @param query the raw query of the request, or null; all of it but the page is kept as it came
     */
    public PageLinks(String url, String query) {
        this.url = url;
        this.query = query;
    }

    /** The header for a page, or null when there is no other. */
    public String numbered(Page<?> page) {
        List<String> links = new ArrayList<>();
        if (page.number() > 1) {
            links.add(link(with("page", Math.min(page.number() - 1, page.last())), "prev"));
        }
        if (page.number() < page.last()) {
            links.add(link(with("page", page.number() + 1), "next"));
            links.add(link(with("page", page.last()), "last"));
        }
        if (page.number() > 1) {
            links.add(link(with("page", 1), "first"));
        }
        return links.isEmpty() ? null : String.join(", ", links);
    }

    /**
     * The header of a list that is chained by {@code since} (R35); its first page is an unexpanded template.
     *
     * @param last the id that ends this page, or null when nothing follows
     * @param chained whether there are pages before this one
     */
    public String since(Long last, boolean chained) {
        List<String> links = new ArrayList<>();
        if (last != null) {
            links.add(link(with("since", last), "next"));
        }
        if (last != null || chained) {
            links.add(link(url + "{?since}", "first"));
        }
        return links.isEmpty() ? null : String.join(", ", links);
    }

    /**
     * The header of a list that is read by cursors; null when there is no other page.
     *
     * @param previous the cursor of the page before, or null when this is the first
     * @param next the cursor of the page after, or null when this is the last
     */
    public String cursors(String previous, String next) {
        String links = Stream.of(linkTo(previous, "prev"), linkTo(next, "next"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return links.isEmpty() ? null : links;
    }

    private String linkTo(String cursor, String relation) {
        return cursor == null ? null : link(with("cursor", cursor), relation);
    }

    private String with(String name, Object value) {
        String kept = query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(pair -> !pair.isEmpty() && !pair.equals(name) && !pair.startsWith(name + "="))
                        .map(pair -> pair + "&")
                        .collect(Collectors.joining());
        return url + "?" + kept + name + "=" + value;
    }

    private static String link(String target, String relation) {
        return "<" + target + ">; rel=\"" + relation + "\"";
    }
}
