package dev.hubtwin.internal.seed.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.hubtwin.internal.text.Excerpt;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a text token by token and knows the path of each: slow, and only used to say where something is wrong. */
final class SeedLocator {

    /** An object or a list that is being read. */
    private static final class Level {
        final String path;
        final String shown;
        final boolean isList;
        final Set<String> names = new HashSet<>();
        String name = "";
        int index = -1;

        Level(String path, String shown, boolean isList) {
            this.path = path;
            this.shown = shown;
            this.isList = isList;
        }

        String current() {
            return below(path, name);
        }

        /** As an error shows it. */
        String currentShown() {
            return below(shown, Excerpt.cut(name));
        }

        private String below(String place, String member) {
            return isList ? place + "[" + index + "]" : place.isEmpty() ? member : place + "." + member;
        }
    }

    private final JsonParser parser;
    private final Deque<Level> levels = new ArrayDeque<>();
    private String path = "";
    private boolean isRepeated;

    SeedLocator(JsonParser parser) {
        this.parser = parser;
    }

    /** Returns the line of the value at a path, or of the innermost value around it, counted from 1. */
    int line(String wanted) throws IOException {
        int line = 0;
        int nearest = -1;
        while (nearest < wanted.length() && next()) {
            if (path.length() > nearest && isAround(wanted)) {
                nearest = path.length();
                line = parser.currentTokenLocation().getLineNr();
            }
        }
        return line;
    }

    private boolean isAround(String wanted) {
        return path.isEmpty()
                || wanted.startsWith(path)
                        && (wanted.length() == path.length() || ".[".indexOf(wanted.charAt(path.length())) >= 0);
    }

    /** Returns the path, as an error shows it, of the first member that its object already has; null without one. */
    @Nullable
    String repeated() throws IOException {
        while (!isRepeated && next()) {
            // next() does the work
        }
        return isRepeated ? levels.element().currentShown() : null;
    }

    private boolean next() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            return false;
        }
        Level level = levels.peek();
        if (token.isStructEnd()) {
            levels.pop();
        } else if (token == JsonToken.FIELD_NAME && level != null) {
            level.name = parser.currentName();
            isRepeated = !level.names.add(level.name);
            path = level.current();
        } else {
            value(token, level);
        }
        return true;
    }

    private void value(JsonToken token, @Nullable Level level) {
        if (level != null && level.isList) {
            level.index++;
        }
        path = level == null ? "" : level.current();
        if (token.isStructStart()) {
            String shown = level == null ? "" : level.currentShown();
            levels.push(new Level(path, shown, token == JsonToken.START_ARRAY));
        }
    }
}
