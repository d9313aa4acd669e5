package dev.hubtwin.internal.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Makes pages for people: plain HTML without a script, with the header and the styles that all pages share, nothing of
 * which comes from another host.
 *
 * @param root how the paths of the world begin that the header leads to; may be empty
 */
public record HtmlPage(String root) {

    /**
     * What a browser may do with a page. A form may lead to any site: where it is sent, the answer leads on to the
     * app's, and Chromium judges every station of that way.
     */
    public static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; "
            + "form-action 'self' http: https:; base-uri 'none'; frame-ancestors 'none'";

    private static final String HEADER = read("header.html");

    /** The header of all pages, whose links begin with {@code root}. */
    public static String header(String root) {
        return HEADER.replace("{root}", escape(root));
    }

    /**
     * A whole page.
     *
     * @param title its title and heading, a text
     * @param body what follows the heading, HTML
     */
    public String page(String title, String body) {
        return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>%1$s · Hubtwin</title>
        <link rel="icon" href="/favicon.ico">
        <link rel="stylesheet" href="/_twin/page.css">
        </head>
        <body class="sheet">
        %2$s<main>
        <h1>%1$s</h1>
        %3$s</main>
        </body>
        </html>
        """.formatted(escape(title), header(root), body);
    }

    /** A text as HTML shows it, between tags and within quotes. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A page that says why there is no other. */
    public String refusal(ApiException refusal) {
        return page(Integer.toString(refusal.status()), alert(refusal));
    }

    /** What a refusal says, as HTML. */
    public static String alert(ApiException refusal) {
        List<String> sentences = refusal.sentences();
        String list = sentences.stream()
                .map(sentence -> "<li>" + escape(sentence) + "</li>\n")
                .collect(Collectors.joining());
        return """
        <div role="alert" class="refusal">
        <p>%s</p>
        %s</div>
        """.formatted(escape(refusal.getMessage()), list.isEmpty() ? "" : "<ul>\n" + list + "</ul>\n");
    }

    private static String read(String name) {
        try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
