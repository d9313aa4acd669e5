package dev.hubtwin.internal.seed.text;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A seed as it was written. */
public record SeedText(String text, SeedFormat format) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Takes a text that begins with a brace for JSON and any other for YAML. */
    public static SeedText of(String text) {
        return new SeedText(
                text,
                text.replace(BYTE_ORDER_MARK, "").stripLeading().startsWith("{") ? SeedFormat.JSON : SeedFormat.YAML);
    }

    /** Takes a text, with or without a byte order mark. */
    public SeedText {
        text = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** Takes the content of a text: what a parser gives from the beginning of an object to its end. */
    @FunctionalInterface
    public interface Content<T> {
        T read(JsonParser object) throws IOException;
    }

    /**
     * Reads the text, without checking what it says.
     *
     * @return objects as {@link java.util.LinkedHashMap}, lists as {@link java.util.ArrayList}; all may be changed
     * @throws UnreadableTextException if it is not JSON or YAML, is not an object, or has a member twice
     */
    @SuppressWarnings("unchecked") // the keys of a JSON object are texts
    public Map<String, @Nullable Object> read() {
        return read(parser -> (Map<String, @Nullable Object>) parser.readValueAs(Object.class));
    }

    /**
     * Reads the text.
     *
     * @return what {@code content} makes of its object
     * @throws UnreadableTextException if it is not JSON or YAML, is not an object, or has a member twice
     */
    public <T> T read(Content<T> content) {
        try (JsonParser parser = format.parser(text)) {
            try {
                return object(parser, content);
            } catch (JsonProcessingException e) {
                throw refusal(e, e.getLocation() == null ? parser.currentLocation() : e.getLocation());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text is in memory
        }
    }

    private static <T> T object(JsonParser parser, Content<T> content) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            throw UnreadableTextException.malformed(1, "expected an object with users, organizations and so on");
        }
        T read = content.read(parser);
        if (parser.nextToken() != null) {
            throw UnreadableTextException.malformed(
                    parser.currentTokenLocation().getLineNr(), "something follows; expected one document");
        }
        return read;
    }

    /** Returns the line of the value at a path, or of the innermost value around it, counted from 1. */
    public int line(String path) {
        try (JsonParser parser = format.parser(text)) {
            return new SeedLocator(parser).line(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UnreadableTextException refusal(JsonProcessingException e, JsonLocation location) {
        int line = Math.max(0, location.getLineNr());
        if (String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field")) {
            return UnreadableTextException.repeated(String.valueOf(repeated()), line);
        }
        String problem = e instanceof StreamConstraintsException
                ? "this is nested too deeply, or too long"
                : "this is not " + format;
        return UnreadableTextException.malformed(line, problem); // the parser's own message may quote a secret
    }

    private @Nullable String repeated() {
        try (JsonParser parser = format.parser(text).disable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)) {
            return new SeedLocator(parser).repeated();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
