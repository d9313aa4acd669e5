package dev.hubtwin.internal.seed.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Goes through a document token by token, knowing where it is: slow, and only done to say where something is wrong. */
final class DocumentLocator {

    /** An object or array that is being gone through. */
    private static final class Level {
        final DocumentPath place;
        final boolean array;
        final Set<String> names = new HashSet<>();
        Object step = -1;

        Level(DocumentPath place, boolean array) {
            this.place = place;
            this.array = array;
        }

        DocumentPath here() {
            return new DocumentPath(place, step);
        }
    }

    private final JsonParser parser;
    private final Deque<Level> levels = new ArrayDeque<>();
    private DocumentPath place = DocumentPath.ROOT;
    private boolean repeated;

    DocumentLocator(JsonParser parser) {
        this.parser = parser;
    }

    /** The line on which {@code wanted} stands, or else the nearest thing around it. */
    int line(DocumentPath wanted) throws IOException {
        List<Object> steps = wanted.steps();
        int line = 0;
        int nearest = -1;
        while (nearest < steps.size() && next()) {
            List<Object> here = place.steps();
            if (here.size() > nearest && here.size() <= steps.size() && here.equals(steps.subList(0, here.size()))) {
                nearest = here.size();
                line = parser.currentTokenLocation().getLineNr();
            }
        }
        return line;
    }

    /** The first member that its object has already; null if there is none. */
    DocumentPath repeated() throws IOException {
        while (!repeated && next()) {
            // on
        }
        return repeated ? place : null;
    }

    private boolean next() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            return false;
        }
        if (token.isStructEnd()) {
            levels.pop();
        } else if (token == JsonToken.FIELD_NAME) {
            Level level = levels.peek();
            level.step = parser.currentName();
            repeated = !level.names.add(parser.currentName());
            place = level.here();
        } else {
            value(token);
        }
        return true;
    }

    private void value(JsonToken token) {
        Level level = levels.peek();
        if (level != null && level.array) {
            level.step = (Integer) level.step + 1;
        }
        place = level == null ? DocumentPath.ROOT : level.here();
        if (token.isStructStart()) {
            levels.push(new Level(place, token == JsonToken.START_ARRAY));
        }
    }
}
