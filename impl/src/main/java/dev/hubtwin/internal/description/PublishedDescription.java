package dev.hubtwin.internal.description;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hubtwin.internal.control.model.DescriptionEdition;
import dev.hubtwin.internal.rest.Links;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A description as it is published, but for its servers: they are the one that is asked. It is read when it is asked
 * for, and not kept, since few ask.
 *
 * @param resource where it stands on the class path, without the ending
 * @param servers the servers of an answer, as the description lists them
 */
record PublishedDescription(String resource, Function<Links, ArrayNode> servers) {

    private static final Pattern IN_JSON =
            Pattern.compile("(?<=\n  \"servers\" :) \\[ \\{.*?\n  \\} \\]", Pattern.DOTALL);
    private static final Pattern IN_YAML = Pattern.compile("(?<=\nservers:)(\n[- ].*)+");

    /** The description of GitHub's API. */
    static PublishedDescription github(String edition) {
        return new PublishedDescription("/openapi/openapi" + ending(edition), PublishedDescription::dialects);
    }

    /** The description of the control API. */
    static PublishedDescription control(String edition) {
        return new PublishedDescription(
                "/openapi/control" + ending(edition),
                links -> server(JsonNodeFactory.instance.arrayNode(), links.html(""), "This twin."));
    }

    String json(Links links) {
        return text(".json", IN_JSON, links);
    }

    String yaml(Links links) {
        return text(".yaml", IN_YAML, links);
    }

    private static String ending(String edition) {
        return DescriptionEdition._3_1.text().equals(edition) ? "-3.1" : "-3.0";
    }

    private static ArrayNode dialects(Links links) {
        ArrayNode servers = JsonNodeFactory.instance.arrayNode();
        server(servers, links.html(""), "This twin, as api.github.com.");
        return server(servers, links.html(Links.ENTERPRISE_ROOT), "This twin, as GitHub Enterprise Server.");
    }

    private static ArrayNode server(ArrayNode servers, String url, String description) {
        servers.addObject().put("url", url).put("description", description);
        return servers;
    }

    /** JSON stands in YAML as it is. */
    private String text(String format, Pattern replaced, Links links) {
        try (InputStream in = PublishedDescription.class.getResourceAsStream(resource + format)) {
            String published = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return replaced.matcher(published)
                    .replaceFirst(found -> Matcher.quoteReplacement(" " + servers.apply(links)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
