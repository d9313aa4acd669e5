package dev.hubtwin.internal.seed.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.hubtwin.seed.SeedException;
import java.io.IOException;
import java.util.Locale;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * The two ways to write a state down. Hostile nesting is refused by both, and aliases (which could multiply) by YAML.
 */
public enum DocumentFormat {
    JSON(new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(constraints())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build())),
    YAML(new YAMLMapper(YAMLFactory.builder()
            .streamReadConstraints(constraints())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .loaderOptions(anySize())
            .stringQuotingChecker(new YamlQuoting())
            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build()));

    private static final int NESTING = 100;

    private final ObjectMapper mapper;

    DocumentFormat(ObjectMapper mapper) {
        this.mapper = mapper.enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    }

    /** What {@code text} is written in: its content type tells, or else a brace begins JSON. */
    static DocumentFormat of(String text, String contentType) {
        boolean yaml =
                contentType != null && contentType.toLowerCase(Locale.ROOT).contains("yaml");
        return !yaml && text.stripLeading().startsWith("{") ? JSON : YAML;
    }

    public ObjectMapper mapper() {
        return mapper;
    }

    JsonParser parser(String text) throws IOException {
        JsonParser parser = mapper.createParser(text);
        return parser instanceof YAMLParser yaml ? new WithoutAliases(yaml) : parser;
    }

    public ObjectWriter writer() {
        return this == YAML
                ? mapper.writer()
                : mapper.writer(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                                .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                        .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                        .withArrayIndenter(new DefaultIndenter("  ", "\n")));
    }

    private static StreamReadConstraints constraints() {
        return StreamReadConstraints.builder().maxNestingDepth(NESTING).build();
    }

    private static LoaderOptions anySize() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE); // how large a body may be is for the server to limit
        options.setNestingDepthLimit(NESTING);
        return options;
    }

    /** Jackson would read an alias as the name of its anchor. */
    private static final class WithoutAliases extends JsonParserDelegate {

        private final YAMLParser yaml;

        WithoutAliases(YAMLParser yaml) {
            super(yaml);
            this.yaml = yaml;
        }

        @Override
        public JsonToken nextToken() throws IOException {
            JsonToken token = super.nextToken();
            if (token != null && yaml.isCurrentAlias()) {
                throw SeedException.malformed(
                        currentTokenLocation().getLineNr(),
                        "this is an alias; expected what it stands for: aliases are not resolved");
            }
            return token;
        }

        @Override
        public String nextFieldName() throws IOException {
            return nextToken() == JsonToken.FIELD_NAME ? currentName() : null;
        }
    }
}
