package dev.hubtwin.internal.seed.document;

import dev.hubtwin.internal.text.Excerpt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The path of a value in a document.
 *
 * @param parent the path of the object or list that the value is in; null for the document itself
 * @param step the name of a member, or the index (an Integer) of an element
 */
public record DocumentPath(DocumentPath parent, Object step) {

    public static final DocumentPath ROOT = new DocumentPath(null, null);

    public DocumentPath at(String member) {
        return new DocumentPath(this, member);
    }

    public DocumentPath at(int element) {
        return new DocumentPath(this, element);
    }

    /** Returns the names and indexes that lead from the document to the value. */
    public List<Object> steps() {
        List<Object> steps = new ArrayList<>();
        for (DocumentPath place = this; place.parent != null; place = place.parent) {
            steps.add(place.step);
        }
        Collections.reverse(steps);
        return steps;
    }

    /** Returns the path as text, such as {@code organizations[0].members[2].login}. */
    @Override
    public String toString() {
        return text(UnaryOperator.identity());
    }

    /** Returns the path as an error shows it: as text, with each name as an {@link Excerpt}. */
    public String shown() {
        return text(Excerpt::cut);
    }

    private String text(UnaryOperator<String> name) {
        StringBuilder text = new StringBuilder();
        for (Object step : steps()) {
            if (step instanceof Integer index) {
                text.append('[').append(index).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(name.apply((String) step));
            }
        }
        return text.toString();
    }
}
