package dev.hubtwin.internal.rest;

import dev.hubtwin.internal.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Pages for people: plain HTML without a script, nothing of which comes from another host. */
public final class HtmlPage {

    private static final String STYLE = """
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem }
      h1 { font-size: 1.4rem }
      dt { font-weight: bold }
      dd { margin: 0 0 .5rem; overflow-wrap: anywhere }
      label, legend { display: block; margin-top: .5rem }
      input:not([type]), input[type=password], textarea { width: 100%; box-sizing: border-box; font: inherit }
      fieldset { margin: 1rem 0 }
      button { margin: 1rem 0; padding: .4rem 1rem; font: inherit }
      """;

    /**
     * What a browser may do with a page. A form may lead to any site: where it is sent, the answer leads on to the
     * app's, and Chromium judges every station of that way.
     */
    public static final String POLICY = "default-src 'none'; style-src 'sha256-"
            + Base64.getEncoder().encodeToString(Sha256.of(STYLE.getBytes(StandardCharsets.UTF_8)))
            + "'; form-action 'self' http: https:; base-uri 'none'; frame-ancestors 'none'";

    private HtmlPage() {}

    /**
     * A whole page.
     *
     * @param title its title and heading, a text
     * @param body what follows the heading, HTML
     */
    public static String page(String title, String body) {
        return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%1$s · Hubtwin</title>
        <style>%2$s</style>
        </head>
        <body>
        <main>
        <h1>%1$s</h1>
        %3$s</main>
        </body>
        </html>
        """.formatted(escape(title), STYLE, body);
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
    public static String refusal(ApiException refusal) {
        List<String> sentences = refusal.sentences();
        String list = sentences.stream()
                .map(sentence -> "<li>" + escape(sentence) + "</li>\n")
                .collect(Collectors.joining());
        return page(Integer.toString(refusal.status()), """
        <p role="alert">%s</p>
        %s""".formatted(
                        escape(refusal.getMessage()), list.isEmpty() ? "" : "<ul>\n" + list + "</ul>\n"));
    }
}
