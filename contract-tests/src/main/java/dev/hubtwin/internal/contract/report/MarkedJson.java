package dev.hubtwin.internal.contract.report;

import static dev.hubtwin.internal.contract.report.HtmlText.escape;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.hubtwin.internal.contract.http.MemberFault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A body in HTML, a member of its JSON on each line, with marks. What is not JSON, and what is left of JSON that was
 * cut, stays as it is.
 */
final class MarkedJson {

    /** Deeper levels are not indented further: spaces would outweigh what stands there. */
    private static final int DEEPEST = 20;

    private static final JsonFactory JSON = new JsonFactory();

    private final String text;
    private final List<BodyMark> marks;
    private final String anchor;
    private final Set<Integer> set = new TreeSet<>();
    private final StringBuilder html = new StringBuilder();
    private String note = "";
    private int read;

    /**
     * Lays a body out.
     *
     * @param anchor what the anchors of marks begin with; the number of the mark follows
     */
    MarkedJson(String text, List<BodyMark> marks, String anchor) {
        this.text = text;
        this.marks = marks;
        this.anchor = anchor;
        try (JsonParser in = JSON.createParser(text)) {
            if (in.nextToken() != null) {
                value(in, "", "", 0);
                endLine("");
            }
        } catch (IOException e) {
            if (!html.isEmpty() && html.charAt(html.length() - 1) > ' ') {
                endLine("");
            }
        }
        html.append(escape(text.substring(read).strip()));
    }

    String html() {
        return html.toString();
    }

    /** Returns the numbers of the marks that are in the part of the body that is shown. */
    Set<Integer> set() {
        return set;
    }

    private void value(JsonParser in, String label, String pointer, int depth) throws IOException {
        JsonToken token = in.currentToken();
        String shown = escape(label + (token == JsonToken.VALUE_STRING ? quoted(in.getText()) : in.getText()));
        int mark = mark(pointer);
        html.append(mark < 0 ? shown : marked(mark, "", shown));
        advance(in);
        if (token.isStructStart()) {
            boolean empty = members(in, token == JsonToken.START_OBJECT, pointer, depth + 1);
            if (!empty) {
                endLine("");
                indent(depth);
            }
            html.append(in.getText());
            advance(in);
        }
    }

    /** Writes what is in an array or an object, each part after the end of the line before it. */
    private boolean members(JsonParser in, boolean named, String pointer, int depth) throws IOException {
        int count = 0;
        while (!in.nextToken().isStructEnd()) {
            String name = named ? in.currentName() : Integer.toString(count);
            if (named) {
                in.nextToken();
            }
            endLine(count == 0 ? "" : ",");
            indent(depth);
            value(in, named ? quoted(name) + ": " : "", MemberFault.pointer(pointer, name), depth);
            count++;
        }
        for (int mark : missing(pointer)) {
            endLine(count == 0 ? "" : ",");
            indent(depth);
            BodyMark member = marks.get(mark);
            html.append(marked(mark, " class=\"missing\"", escape(quoted(member.name()) + ": " + member.shown())));
            count++;
        }
        return count == 0;
    }

    private int mark(String pointer) {
        for (int i = 0; i < marks.size(); i++) {
            if (!marks.get(i).missing() && marks.get(i).pointer().equals(pointer)) {
                return i;
            }
        }
        return -1;
    }

    private List<Integer> missing(String parent) {
        List<Integer> missing = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            if (marks.get(i).missing() && marks.get(i).parent().equals(parent)) {
                missing.add(i);
            }
        }
        return missing;
    }

    private String marked(int mark, String style, String shown) {
        set.add(mark);
        note = marks.get(mark).note();
        return "<mark id=\"" + anchor + mark + "\"" + style + ">" + shown + "</mark>";
    }

    private void endLine(String comma) {
        html.append(comma);
        if (!note.isEmpty()) {
            html.append("  <i>← ").append(escape(note.replace('\n', ' '))).append("</i>");
            note = "";
        }
        html.append('\n');
    }

    private void indent(int depth) {
        html.append("  ".repeat(Math.min(depth, DEEPEST)));
    }

    private void advance(JsonParser in) {
        read = (int) Math.min(text.length(), in.currentLocation().getCharOffset());
    }

    private static String quoted(String text) {
        return new TextNode(text).toString();
    }
}
