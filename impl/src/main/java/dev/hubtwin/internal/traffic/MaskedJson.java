package dev.hubtwin.internal.traffic;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import dev.hubtwin.internal.spec.secret.SecretNames;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * A body as people read it: the JSON of it, without its secrets. Where it ceases to be JSON, because it never was or
 * because only its beginning was kept, an ellipsis ends it: what cannot be read cannot be masked.
 */
public final class MaskedJson {

    private static final JsonFactory JSON = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);

    private MaskedJson() {}

    /** The text of a body; null if there is none. */
    public static String of(byte[] body) {
        if (body.length == 0) {
            return null;
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeRaw(copied(body, out) ? "" : SecretMasks.HIDDEN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Says whether all of it was JSON. */
    private static boolean copied(byte[] body, JsonGenerator out) {
        try (JsonParser in = JSON.createParser(body)) {
            while (in.nextToken() != null) {
                copy(in, out);
            }
            return out.getOutputContext().inRoot();
        } catch (IOException e) {
            return false;
        }
    }

    private static void copy(JsonParser in, JsonGenerator out) throws IOException {
        if (in.currentToken() == JsonToken.FIELD_NAME) {
            out.writeFieldName(SecretMasks.text(in.currentName()));
        } else if (in.currentToken().isStructEnd() || !isSecret(in)) {
            copyPlain(in, out);
        } else {
            in.skipChildren();
            out.writeString(SecretMasks.HIDDEN);
        }
    }

    /** Yes, no and nothing give no secret away. */
    private static boolean isSecret(JsonParser in) {
        JsonToken token = in.currentToken();
        JsonStreamContext here = in.getParsingContext();
        String name = (token.isStructStart() ? here.getParent() : here).getCurrentName();
        return name != null && SecretNames.isSecret(name) && !token.isBoolean() && token != JsonToken.VALUE_NULL;
    }

    private static void copyPlain(JsonParser in, JsonGenerator out) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_STRING) {
            out.writeString(SecretMasks.text(in.getText()));
        } else {
            out.copyCurrentEvent(in);
        }
    }
}
