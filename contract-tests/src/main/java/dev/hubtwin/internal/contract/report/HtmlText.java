package dev.hubtwin.internal.contract.report;

/** Text in HTML. */
final class HtmlText {

    private HtmlText() {}

    static String escape(Object text) {
        return PrintableText.of(text.toString())
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** An element, whose content is HTML already. */
    static String element(String tag, String content) {
        return "<" + tag + ">" + content + "</" + tag.split(" ", 2)[0] + ">\n";
    }

    /** A link to another part of the page, whose text is HTML already. */
    static String link(String anchor, String content) {
        return "<a href=\"#" + anchor + "\">" + content + "</a>";
    }

    /** A block of text that keeps its lines. */
    static String block(String label, String text) {
        return text.isEmpty() ? "" : element("h4", escape(label)) + element("pre tabindex=\"0\"", escape(text));
    }

    /** Something to unfold. */
    static String details(String summary, String content) {
        return element("details", element("summary", summary) + content);
    }
}
