package dev.hubtwin.internal.seed.document;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.seed.SeedException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A state as it was written. */
public final class SeedDocument {

    private final String text;
    private final DocumentFormat syntax;

    public SeedDocument(String text, String contentType) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        this.syntax = DocumentFormat.of(this.text, contentType);
    }

    /**
     * What it says, not yet checked.
     *
     * @throws SeedException if it is no JSON or YAML, no object, or says something twice
     */
    public ObjectNode tree() {
        try (JsonParser parser = syntax.parser(text)) {
            try {
                return object(parser);
            } catch (JsonProcessingException e) {
                throw refused(e, e.getLocation() == null ? parser.currentLocation() : e.getLocation());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text is not read from anywhere
        }
    }

    private static ObjectNode object(JsonParser parser) throws IOException {
        JsonNode tree = parser.nextToken() == null ? null : parser.readValueAsTree();
        if (!(tree instanceof ObjectNode object)) {
            throw SeedException.malformed(1, "expected an object with users, organizations and so on");
        }
        if (parser.nextToken() != null) {
            throw SeedException.malformed(
                    parser.currentTokenLocation().getLineNr(), "something follows; expected one document");
        }
        return object;
    }

    /** The line on which something stands, or else the nearest thing around it. */
    public int line(DocumentPath place) {
        try (JsonParser parser = syntax.parser(text)) {
            return new DocumentLocator(parser).line(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SeedException refused(JsonProcessingException e, JsonLocation location) {
        int line = Math.max(0, location.getLineNr());
        if (String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field")) {
            DocumentPath repeated = repeated();
            return SeedException.at(repeated, "this stands here twice; expected it once")
                    .moved(repeated, line);
        }
        String what = e instanceof StreamConstraintsException
                ? "this is nested too deeply, or too long"
                : "this is no " + syntax;
        return SeedException.malformed(line, what); // a parser's own message may quote a secret
    }

    private DocumentPath repeated() {
        try (JsonParser parser = syntax.parser(text).disable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)) {
            return new DocumentLocator(parser).repeated();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
