package dev.hubtwin.internal.pages;

import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.rest.EntityTag;
import dev.hubtwin.internal.rest.HtmlPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file of the page that shows the world. They are the same for every world, and hold nothing of any: a script finds
 * out from its own address where it stands.
 *
 * @param tag as the {@code ETag} header says it
 */
record WorldPage(String text, String tag) {

    /** The page itself. */
    static final WorldPage PAGE = of(read("page.html").replace("{header}", HtmlPage.header("..")));

    /** The styles of all pages. */
    static final WorldPage STYLE = of(read("page.css"));

    private static final Map<String, WorldPage> SCRIPTS = Stream.of(
                    "actions",
                    "clipboard",
                    "control",
                    "credentials",
                    "curl",
                    "description",
                    "dom",
                    "faults",
                    "filter",
                    "json",
                    "log",
                    "page",
                    "parameters",
                    "send",
                    "traffic",
                    "views",
                    "world")
            .map(name -> name + ".js")
            .collect(Collectors.toUnmodifiableMap(Function.identity(), name -> of(read("scripts/" + name))));

    /**
     * The script of that name.
     *
     * @throws ApiException 404 if there is none
     */
    static WorldPage script(String name) {
        WorldPage script = SCRIPTS.get(name);
        if (script == null) {
            throw ApiException.notFound();
        }
        return script;
    }

    /** Whether an {@code If-None-Match} header, which may be null, names this. */
    boolean isIn(String known) {
        return EntityTag.of(text).isIn(known);
    }

    private static WorldPage of(String text) {
        return new WorldPage(text, EntityTag.of(text).weak());
    }

    private static String read(String name) {
        try (InputStream in = WorldPage.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
