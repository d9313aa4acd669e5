package dev.hubtwin.seed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where something stands in a document.
 *
 * @param parent where that in which it stands stands; null for the document itself
 * @param step   the name of a member, or the index (an Integer) of an element
 */
record Place(Place parent, Object step) {

  static final Place ROOT = new Place(null, null);

  Place at(String member) {
    return new Place(this, member);
  }

  Place at(int element) {
    return new Place(this, element);
  }

  /** The steps that lead here from the document itself. */
  List<Object> steps() {
    List<Object> steps = new ArrayList<>();
    for (Place place = this; place.parent != null; place = place.parent) {
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
