package dev.hubtwin.internal.pages;

import static dev.hubtwin.internal.rest.HtmlPage.escape;

import java.util.List;
import java.util.stream.Collectors;

/** Parts of forms, as HTML. Every argument is a text. */
final class FormHtml {

    private FormHtml() {}

    /** A form that is sent to an address of this server. */
    static String post(String action, String fields, String button) {
        return """
        <form method="post" action="%s">
        %s<button type="submit">%s</button>
        </form>
        """.formatted(escape(action), fields, escape(button));
    }

    /** A form of which the answer may be no. */
    static String decision(String action, String fields, String button) {
        return """
        <form method="post" action="%s">
        %s<button type="submit" name="decision" value="approve">%s</button>
        <button type="submit" name="decision" value="cancel">Cancel</button>
        </form>
        """.formatted(escape(action), fields, escape(button));
    }

    /** What goes along unseen; nothing if {@code value} is null. */
    static String hidden(String name, String value) {
        return value == null ? "" : """
        <input type="hidden" name="%s" value="%s">
        """.formatted(name, escape(value));
    }

    /** A line to fill in, with suggestions. */
    static String line(String name, String label, String value, List<String> suggestions) {
        String list = suggestions.isEmpty()
                ? ""
                : """
        <datalist id="%s-suggestions">
        %s</datalist>
        """.formatted(
                                name,
                                suggestions.stream()
                                        .map(one -> "<option value=\"" + escape(one) + "\">\n")
                                        .collect(Collectors.joining()));
        return """
        <label for="%1$s">%2$s</label>
        <input id="%1$s" name="%1$s" value="%3$s" autocomplete="off"%4$s>
        %5$s""".formatted(
                name, escape(label), escape(value), list.isEmpty() ? "" : " list=\"" + name + "-suggestions\"", list);
    }

    /** The field for the control token. */
    static String controlToken() {
        return """
        <label for="control_token">Control token of this server</label>
        <input id="control_token" name="control_token" type="password" autocomplete="off" required>
        """;
    }

    /** A button or box that is chosen or not. */
    static String choice(String type, String name, String value, String label, boolean chosen) {
        return """
        <label><input type="%s" name="%s" value="%s"%s> %s</label>
        """.formatted(type, name, escape(value), chosen ? " checked" : "", escape(label));
    }

    /** A link to another site, which does not hear where its visitor came from. */
    static String link(String address) {
        return "<a href=\"%1$s\" rel=\"noreferrer\">%1$s</a>".formatted(escape(address));
    }

    /** A name and what it stands for; nothing if that is null or empty. */
    static String fact(String name, String value) {
        return value == null || value.isEmpty()
                ? ""
                : "<dt>" + escape(name) + "</dt>\n<dd>" + escape(value) + "</dd>\n";
    }
}
