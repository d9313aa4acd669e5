package dev.hubtwin.internal.description;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.rest.ApiException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The pages on which people read the descriptions, and what they are made of: files that stand beside the bundles. None
 * is kept in memory. Scripts are stored compressed.
 */
final class ReferencePage {

    private static final Pattern SCRIPT = Pattern.compile("[a-z]+-[0-9a-f]{8}\\.js");
    private static final String NO_TOKENS = "\"tokens\":[]";
    private static final String NO_CONTROL_TOKEN = "\"demandsControlToken\":false";

    private ReferencePage() {}

    /**
     * The page of GitHub's API.
     *
     * @param tokens an array of those that it offers to send
     */
    static String ofGithub(JsonNode tokens) {
        return text("/openapi/reference/api.html").replace(NO_TOKENS, "\"tokens\":" + tokens);
    }

    /**
     * The page of the control API.
     *
     * @param isExposed whether the server demands its control token, for which the page then has a field
     */
    static String ofControl(boolean isExposed) {
        return text("/openapi/reference/control.html")
                .replace(NO_CONTROL_TOKEN, "\"demandsControlToken\":" + isExposed);
    }

    /**
     * A script of the pages, under gzip.
     *
     * @throws ApiException 404 if there is none of that name
     */
    static InputStream script(String name) {
        InputStream script = SCRIPT.matcher(name).matches()
                ? ReferencePage.class.getResourceAsStream("/openapi/reference/scripts/" + name + ".gz")
                : null;
        if (script == null) {
            throw ApiException.notFound();
        }
        return script;
    }

    /** What browsers show beside titles. */
    static InputStream icon() {
        return ReferencePage.class.getResourceAsStream("/openapi/reference/favicon.ico");
    }

    private static String text(String resource) {
        try (InputStream in = ReferencePage.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
