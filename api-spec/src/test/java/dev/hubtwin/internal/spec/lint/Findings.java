package dev.hubtwin.internal.spec.lint;

import java.util.ArrayList;
import java.util.List;

/** Collects what one rule finds. */
final class Findings {

    private final List<Finding> all = new ArrayList<>();

    void expect(boolean good, String pointer, String what) {
        if (!good) {
            add(pointer, what);
        }
    }

    void add(String pointer, String what) {
        all.add(new Finding(pointer, what));
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}
