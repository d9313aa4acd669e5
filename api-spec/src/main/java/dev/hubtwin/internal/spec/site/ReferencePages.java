package dev.hubtwin.internal.spec.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.internal.spec.Documents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the pages on which people read a description: for a folder, from which they are opened as files, and for the
 * twin, which serves them. They need no other host.
 */
final class ReferencePages {

    private static final String VIEWER = "/META-INF/resources/webjars/scalar/scalar.js";

    /** What a page that is opened from a file may do; the twin sends one with those that it serves. */
    private static final String POLICY = """
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; \
      img-src 'self' data:; form-action 'none'; base-uri 'none'">
      """;

    private final String template;
    private final byte[] icon;
    private final byte[] licence;
    private final Map<String, byte[]> scripts = new LinkedHashMap<>();
    private final String viewer;
    private final String script;

    private ReferencePages(Path sources) throws IOException {
        template = Files.readString(sources.resolve("page.html"));
        licence = Files.readAllBytes(sources.resolve("scalar.LICENSE"));
        icon = Files.readAllBytes(sources.resolve("favicon.ico"));
        viewer = named("scalar", viewer());
        script = named("reference", Files.readAllBytes(sources.resolve("reference.js")));
    }

    /** Reads the parts of the pages, which stand in a folder, and the viewer, which is on the class path. */
    static ReferencePages read(Path sources) throws IOException {
        return new ReferencePages(sources);
    }

    /**
     * Writes the pages that are opened from files. Each contains what it describes, since a page of a file may read no
     * other file; it sends nothing.
     *
     * @param descriptions by folder, {@code api} and {@code control}
     */
    void writeFiles(Path site, Map<String, ObjectNode> descriptions) throws IOException {
        for (Map.Entry<String, byte[]> file : scripts.entrySet()) {
            write(site.resolve("scripts").resolve(file.getKey()), file.getValue());
        }
        write(site.resolve("scripts/scalar.LICENSE"), licence);
        write(site.resolve("scripts/favicon.ico"), icon);
        Documents.write(site.resolve("index.html"), file("", "api", descriptions.get("api")));
        Documents.write(site.resolve("control/index.html"), file("../", "control", descriptions.get("control")));
    }

    /** Writes what the twin serves, scripts as they are sent to most. */
    void writeServed(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : scripts.entrySet()) {
            write(folder.resolve("scripts").resolve(file.getKey() + ".gz"), compressed(file.getValue()));
        }
        write(folder.resolve("scripts/scalar.LICENSE"), licence);
        write(folder.resolve("favicon.ico"), icon);
        Documents.write(folder.resolve("api.html"), served("", "api", ""));
        Documents.write(folder.resolve("control.html"), served("../", "control", "_twin/"));
    }

    private String file(String root, String name, JsonNode description) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        settings.put("hideTestRequestButton", true).set("content", description);
        String links = link(root + "index.html", "API", name.equals("api"))
                + link(root + "control/index.html", "Control API", name.equals("control"));
        return page(root + "scripts/", root + "scripts/favicon.ico", name, links, root + name + "/openapi-3.1", "")
                .replace("{{policy}}", POLICY)
                .replace("{{settings}}", inScript(settings));
    }

    private String served(String root, String name, String folder) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        settings.put("url", root + folder + "openapi.json?edition=3.1");
        ArrayNode servers = settings.putArray("servers");
        String here = root.isEmpty() ? "./" : root;
        if (name.equals("api")) {
            servers.addObject().put("url", here).put("description", "This twin, as api.github.com");
            servers.addObject()
                    .put("url", here + "api/v3")
                    .put("description", "This twin, as GitHub Enterprise Server");
            settings.putArray("tokens");
        } else {
            servers.addObject().put("url", here).put("description", "This twin");
            settings.put("demandsControlToken", false);
        }
        String links = link(root + "docs", "API", name.equals("api"))
                + link(root + "docs/control", "Control API", name.equals("control"))
                + link(root + "_twin/", "World", false);
        return page(
                        root + "docs/scripts/",
                        root + "favicon.ico",
                        name,
                        links,
                        root + folder + "openapi",
                        "?edition=3.1")
                .replace("{{policy}}", "")
                .replace("{{settings}}", inScript(settings));
    }

    private String page(String scripts, String icon, String name, String links, String document, String query) {
        String yaml = document + ".yaml" + query;
        String json = document + ".json" + query;
        String files = "<a href=\"%s\">YAML</a>, <a href=\"%s\">JSON</a>".formatted(yaml, json);
        return template.replace("{{title}}", name.equals("api") ? "API · Hubtwin" : "Control API · Hubtwin")
                .replace("{{icon}}", icon)
                .replace("{{viewer}}", scripts + viewer)
                .replace("{{script}}", scripts + script)
                .replace(
                        "{{links}}",
                        links
                                + "<li class=\"further\"><a href=\"%s\">YAML</a></li>".formatted(yaml)
                                + "<li class=\"further\"><a href=\"%s\">JSON</a></li>".formatted(json))
                .replace("{{files}}", files);
    }

    private static String link(String address, String text, boolean here) {
        return "<li><a href=\"%s\"%s>%s</a></li>".formatted(address, here ? " aria-current=\"page\"" : "", text);
    }

    /** JSON that does not end the element that it stands in. */
    private static String inScript(JsonNode json) {
        return json.toString().replace("<", "\\u003c");
    }

    /** Keeps a script under a name that tells its content from any other. */
    private String named(String name, byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            String file = name + "-" + HexFormat.of().formatHex(hash, 0, 4) + ".js";
            scripts.put(file, content);
            return file;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] viewer() throws IOException {
        try (InputStream in = ReferencePages.class.getResourceAsStream(VIEWER)) {
            return in.readAllBytes();
        }
    }

    private static byte[] compressed(byte[] bytes) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed) {
            {
                def.setLevel(9);
            }
        }) {
            out.write(bytes);
        }
        return compressed.toByteArray();
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
