package dev.hubtwin.seed;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A seed as it was written. */
record SeedText(String text, SeedFormat format) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Takes a text that begins with a brace for JSON and any other for YAML. */
    static SeedText of(String text) {
        return new SeedText(
                text,
                text.replace(BYTE_ORDER_MARK, "").stripLeading().startsWith("{") ? SeedFormat.JSON : SeedFormat.YAML);
    }

    SeedText {
        text = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /**
     * Reads the text, without checking what it says.
     *
     * @return objects as {@link java.util.LinkedHashMap}, lists as {@link java.util.ArrayList}; all may be changed
     * @throws SeedException if it is not JSON or YAML, is not an object, or has a member twice
     */
    Map<String, @Nullable Object> read() {
        try (JsonParser parser = format.parser(text)) {
            try {
                return object(parser);
            } catch (JsonProcessingException e) {
                throw refusal(e, e.getLocation() == null ? parser.currentLocation() : e.getLocation());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text is in memory
        }
    }

    @SuppressWarnings("unchecked") // the keys of a JSON object are texts
    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        Object tree = parser.nextToken() == null ? null : parser.readValueAs(Object.class);
        if (!(tree instanceof Map<?, ?> object)) {
            throw SeedException.malformed(1, "expected an object with users, organizations and so on");
        }
        if (parser.nextToken() != null) {
            throw SeedException.malformed(
                    parser.currentTokenLocation().getLineNr(), "something follows; expected one document");
        }
        return (Map<String, @Nullable Object>) object;
    }

    /** Returns the line of the value at a path, or of the innermost value around it, counted from 1. */
    int line(String path) {
        try (JsonParser parser = format.parser(text)) {
            return new SeedLocator(parser).line(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SeedException refusal(JsonProcessingException e, JsonLocation location) {
        int line = Math.max(0, location.getLineNr());
        if (String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field")) {
            return SeedException.at(String.valueOf(repeated()), line, "this is here twice; expected it once");
        }
        String problem = e instanceof StreamConstraintsException
                ? "this is nested too deeply, or too long"
                : "this is not " + format;
        return SeedException.malformed(line, problem); // the parser's own message may quote a secret
    }

    private @Nullable String repeated() {
        try (JsonParser parser = format.parser(text).disable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)) {
            return new SeedLocator(parser).repeated();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
