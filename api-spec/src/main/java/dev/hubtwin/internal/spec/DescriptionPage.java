package dev.hubtwin.internal.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The published description as one page of HTML: every operation by tag, then every schema. It needs no other host. */
final class DescriptionPage {

    private static final String HEAD = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%1$s</title>
      <style>
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: auto; padding: 1rem; }
      code, pre { font: 14px/1.4 ui-monospace, monospace; }
      td:first-child { white-space: nowrap; }
      caption { text-align: left; font-weight: bold; padding-top: .5rem; }
      pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f4f4f4; color: #111; padding: .5rem; }
      h3 { margin-top: 2.5rem; border-top: 1px solid #999; padding-top: .5rem; }
      table { border-collapse: collapse; width: 100%%; }
      th, td { text-align: left; vertical-align: top; padding: .2rem .8rem .2rem 0; }
      </style>
      </head>
      <body>
      <h1>%1$s</h1>
      <p>Version %2$s, also as <a href="/openapi.yaml">YAML</a> and <a href="/openapi.json">JSON</a>.</p>
      """;

    private final JsonNode description;
    private final StringBuilder html = new StringBuilder();

    private DescriptionPage(JsonNode description) {
        this.description = description;
    }

    static String of(JsonNode description) {
        DescriptionPage site = new DescriptionPage(description);
        JsonNode info = description.path("info");
        site.html.append(HEAD.formatted(
                escape(info.path("title").asText()), escape(info.path("version").asText())));
        site.paragraphs(info.path("description").asText());
        description.path("tags").forEach(site::tag);
        site.html.append("<h2>Schemas</h2>\n");
        description.at("/components/schemas").properties().forEach(site::schema);
        return site.html.append("</body>\n</html>\n").toString();
    }

    private void tag(JsonNode tag) {
        html.append("<h2>").append(escape(tag.path("name").asText())).append("</h2>\n");
        paragraphs(tag.path("description").asText());
        description
                .path("paths")
                .properties()
                .forEach(item -> item.getValue().properties().stream()
                        .filter(member -> member.getValue()
                                .path("tags")
                                .path(0)
                                .asText()
                                .equals(tag.path("name").asText()))
                        .forEach(member -> operation(member.getKey(), item.getKey(), member.getValue())));
    }

    private void operation(String method, String path, JsonNode operation) {
        html.append("<h3 id=\"")
                .append(escape(operation.path("operationId").asText()))
                .append("\">")
                .append(escape(operation.path("summary").asText()))
                .append("</h3>\n<p><code>")
                .append(method.toUpperCase(Locale.ROOT))
                .append(' ')
                .append(escape(path))
                .append("</code></p>\n");
        paragraphs(operation.path("description").asText());
        html.append("<p>Who may call: ")
                .append(escape(callers(operation.path("x-hubtwin-credentials"))))
                .append("</p>\n");
        List<List<String>> parameters = new ArrayList<>();
        operation.path("parameters").forEach(parameter -> parameters.add(parameter(resolve(parameter))));
        table("Parameters", parameters);
        body(operation.path("requestBody"));
        List<List<String>> responses = new ArrayList<>();
        operation.path("responses").properties().forEach(response -> responses.add(response(response)));
        table("Responses", responses);
    }

    private static String callers(JsonNode credentials) {
        String kinds = join(credentials.path("kinds"));
        String scopes = join(credentials.at("/scopes/accepted"));
        String permissions = levels(credentials.path("permissions"));
        String inRepositories = levels(credentials.path("repository_permissions"));
        return kinds
                + (scopes.isEmpty() ? "" : "; scopes " + scopes)
                + (permissions.isEmpty() ? "" : "; permissions " + permissions)
                + (inRepositories.isEmpty() ? "" : "; in each repository named " + inRepositories)
                + (credentials.has("role")
                        ? "; role " + credentials.path("role").asText()
                        : "");
    }

    private static String levels(JsonNode permissions) {
        return permissions.properties().stream()
                .map(permission ->
                        permission.getKey() + ": " + permission.getValue().asText())
                .collect(Collectors.joining(", "));
    }

    private List<String> parameter(JsonNode parameter) {
        JsonNode schema = resolve(parameter.path("schema"));
        String limits = schema.path("type").asText()
                + (schema.has("enum") ? ", one of " + join(schema.path("enum")) : "")
                + (schema.has("maximum") ? ", at most " + schema.path("maximum").asText() : "")
                + (schema.has("default") ? ", default " + schema.path("default").asText() : "");
        return List.of(
                code(parameter.path("name").asText()),
                escape(parameter.path("in").asText()),
                escape(limits),
                prose(parameter.path("description").asText()));
    }

    private void body(JsonNode body) {
        JsonNode schema = resolve(body).at("/content/application~1json/schema");
        if (!schema.isMissingNode()) {
            html.append("<p>Body: ").append(link(schema)).append("</p>\n");
        }
    }

    private List<String> response(Map.Entry<String, JsonNode> response) {
        JsonNode resolved = resolve(response.getValue());
        JsonNode schema = resolved.at("/content/application~1json/schema");
        return List.of(
                code(response.getKey()),
                prose(resolved.path("description").asText()),
                schema.isMissingNode() ? "" : link(schema),
                escape(resolved.path("x-hubtwin-source").asText()));
    }

    private void schema(Map.Entry<String, JsonNode> schema) {
        html.append("<h3 id=\"schema-")
                .append(escape(schema.getKey()))
                .append("\"><code>")
                .append(escape(schema.getKey()))
                .append("</code></h3>\n<pre>")
                .append(escape(schema.getValue().toPrettyString()))
                .append("</pre>\n");
    }

    private void table(String caption, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        html.append("<table><caption>").append(caption).append("</caption>\n");
        rows.forEach(
                row -> html.append(row.stream().collect(Collectors.joining("</td><td>", "<tr><td>", "</td></tr>\n"))));
        html.append("</table>\n");
    }

    private void paragraphs(String text) {
        for (String paragraph : text.strip().split("\n\\s*\n")) {
            html.append("<p>").append(prose(paragraph)).append("</p>\n");
        }
    }

    private static String link(JsonNode schema) {
        String reference = schema.path("$ref").asText("");
        String name = escape(reference.substring(reference.lastIndexOf('/') + 1));
        return name.isEmpty()
                ? code(schema.path("type").asText())
                : "<a href=\"#schema-" + name + "\">" + code(name) + "</a>";
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref")
                ? resolve(description.at(node.get("$ref").asText().substring(1)))
                : node;
    }

    private static String join(JsonNode words) {
        List<String> all = new ArrayList<>();
        words.forEach(word -> all.add(word.asText()));
        return String.join(", ", all);
    }

    private static String code(String text) {
        return "<code>" + escape(text) + "</code>";
    }

    /** The little of Markdown that the description uses. */
    private static String prose(String text) {
        return escape(text)
                .replaceAll("\\*\\*(.+?)\\*\\*", "<strong>$1</strong>")
                .replaceAll("`(.+?)`", "<code>$1</code>");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
