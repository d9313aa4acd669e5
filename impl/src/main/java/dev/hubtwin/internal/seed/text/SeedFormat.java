package dev.hubtwin.internal.seed.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * The two languages a seed is written in. Both refuse hostile nesting, and YAML refuses aliases, which could multiply.
 */
public enum SeedFormat {
    JSON {
        @Override
        JsonParser parser(String text) throws IOException {
            return Json.MAPPER.createParser(text);
        }
    },
    YAML {
        @Override
        JsonParser parser(String text) throws IOException {
            return Yaml.parser(text);
        }
    };

    private static final int NESTING = 100;

    abstract JsonParser parser(String text) throws IOException;

    private static StreamReadConstraints constraints() {
        return StreamReadConstraints.builder().maxNestingDepth(NESTING).build();
    }

    private static final class Json {

        private static final JsonMapper MAPPER = new JsonMapper(JsonFactory.builder()
                .streamReadConstraints(constraints())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                .build());
    }

    /** Apart, so that who reads JSON does not load YAML. */
    private static final class Yaml {

        private static final YAMLMapper MAPPER = new YAMLMapper(YAMLFactory.builder()
                .streamReadConstraints(constraints())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .loaderOptions(anySize())
                .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
                .build());

        static JsonParser parser(String text) throws IOException {
            return new WithoutAliases((YAMLParser) MAPPER.createParser(text));
        }

        private static LoaderOptions anySize() {
            LoaderOptions options = new LoaderOptions();
            options.setCodePointLimit(Integer.MAX_VALUE); // the server limits how large a body may be
            options.setNestingDepthLimit(NESTING);
            return options;
        }
    }

    /** Refuses aliases, which Jackson would read as the names of their anchors. */
    private static final class WithoutAliases extends JsonParserDelegate {

        private final YAMLParser yaml;

        WithoutAliases(YAMLParser yaml) {
            super(yaml);
            this.yaml = yaml;
        }

        @Override
        public @Nullable JsonToken nextToken() throws IOException {
            JsonToken token = super.nextToken();
            if (token != null && yaml.isCurrentAlias()) {
                throw UnreadableTextException.malformed(
                        currentTokenLocation().getLineNr(),
                        "this is an alias; expected what it stands for: aliases are not resolved");
            }
            return token;
        }

        @Override
        public @Nullable String nextFieldName() throws IOException {
            return nextToken() == JsonToken.FIELD_NAME ? currentName() : null;
        }
    }
}
