package dev.hubtwin.internal.seed.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where something stands in a document.
 *
 * @param parent where that in which it stands stands; null for the document itself
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

    /** The steps that lead here from the document itself. */
    public List<Object> steps() {
        List<Object> steps = new ArrayList<>();
        for (DocumentPath place = this; place.parent != null; place = place.parent) {
            steps.add(place.step);
        }
        Collections.reverse(steps);
        return steps;
    }

    /** As {@code organizations[0].members[2].login}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Object step : steps()) {
            if (step instanceof Integer index) {
                text.append('[').append(index).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step);
            }
        }
        return text.toString();
    }
}
