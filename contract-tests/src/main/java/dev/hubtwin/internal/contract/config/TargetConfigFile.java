package dev.hubtwin.internal.contract.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.hubtwin.internal.contract.http.ForgeableJwt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The file that {@link TargetConfig} stand in. What is wrong with it is one sentence with its path and the key, and
 * never a value.
 *
 * @param environment the value of a variable, or null
 */
record TargetConfigFile(Path file, UnaryOperator<String> environment) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final String PEM = "-----BEGIN ";

    /** What stands in it. */
    Map<ConfigKey, String> read() {
        Map<ConfigKey, String> values = new EnumMap<>(ConfigKey.class);
        JsonNode whole = tree();
        if (!whole.isMissingNode() && !whole.isNull()) {
            read("", whole, values);
        }
        return values;
    }

    private JsonNode tree() {
        try {
            return YAML.readTree(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(file + ": there is no such file");
        } catch (JsonProcessingException e) { // its message quotes the text, and with it secrets
            JsonLocation at = e.getLocation();
            throw new IllegalArgumentException(file
                    + (e.getOriginalMessage().startsWith("Duplicate ")
                            ? ": a key is there twice"
                            : ": neither YAML nor JSON")
                    + (at == null ? "" : ", line " + at.getLineNr() + ", column " + at.getColumnNr()));
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": cannot be read");
        }
    }

    private void read(String section, JsonNode node, Map<ConfigKey, String> values) {
        if (!node.isObject()) {
            throw wrong(
                    section.isEmpty() ? "it" : section.substring(0, section.length() - 1),
                    "must hold keys with values");
        }
        node.properties().forEach(member -> {
            String key = section + member.getKey();
            if (member.getValue().isNull()) {
                known(key);
            } else if (isSection(key)) {
                read(key + ".", member.getValue(), values);
            } else {
                known(key);
                values.put(
                        ConfigKey.of(key).orElseThrow(), value(ConfigKey.of(key).orElseThrow(), member.getValue()));
            }
        });
    }

    private static boolean isSection(String key) {
        return Arrays.stream(ConfigKey.values()).anyMatch(name -> name.key().startsWith(key + "."));
    }

    private void known(String key) {
        if (ConfigKey.of(key).isEmpty() && !isSection(key)) {
            String section = key.substring(0, key.lastIndexOf('.') + 1);
            throw wrong(
                    key,
                    "is not a key; the keys "
                            + Arrays.stream(ConfigKey.values())
                                    .map(ConfigKey::key)
                                    .filter(one -> one.startsWith(section))
                                    .map(one -> section
                                            + one.substring(section.length()).split("\\.")[0])
                                    .distinct()
                                    .collect(Collectors.joining(", ", "are ", "")));
        }
    }

    private String value(ConfigKey name, JsonNode node) {
        if (node.isArray() && name.kind() == ConfigKey.Kind.NUMBERS) {
            return value(
                    name,
                    Stream.iterate(0, i -> i < node.size(), i -> i + 1)
                            .map(i -> node.get(i).asText())
                            .collect(Collectors.joining(",")));
        }
        boolean fits =
                switch (name.kind()) {
                    case TEXT -> node.isTextual() || node.isNumber();
                    case ADDRESS, SECRET, KEY -> node.isTextual();
                    case NUMBER, NUMBERS -> node.isTextual() || node.isIntegralNumber();
                    case PERMISSION -> node.isTextual() || node.isBoolean();
                };
        if (!fits) {
            throw wrong(name.key(), "must be " + form(name));
        }
        return value(name, filled(name, node.asText()));
    }

    private String value(ConfigKey name, String text) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            return value(name, text, folder);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage());
        }
    }

    private String filled(ConfigKey name, String text) {
        List<String> unset = VARIABLE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(variable -> environment.apply(variable) == null)
                .toList();
        if (!unset.isEmpty()) {
            throw wrong(name.key(), "takes the environment variable " + unset.get(0) + ", which is not set");
        }
        return VARIABLE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(variable(found)));
    }

    private String variable(MatchResult found) {
        return environment.apply(found.group(1));
    }

    private IllegalArgumentException wrong(String key, String what) {
        return new IllegalArgumentException(file + ": " + key + " " + what);
    }

    /**
     * What a text is as the value of a name.
     *
     * @param folder where the path of a private key begins
     * @throws IllegalArgumentException if it cannot be one
     */
    static String value(ConfigKey name, String text, Path folder) {
        String value = text.strip();
        boolean fits =
                switch (name.kind()) {
                    case TEXT -> value.matches("[A-Za-z0-9._-]+");
                    case ADDRESS -> value.matches("https?://[!#-~&&[^\\\\]]+");
                    case SECRET -> value.matches("[!-~]+"); // what may stand in a header
                    case KEY -> !value.isEmpty();
                    case NUMBER -> value.matches("[1-9][0-9]{0,17}");
                    case NUMBERS -> value.matches("[1-9][0-9]{0,8}( *, *[1-9][0-9]{0,8})*");
                    case PERMISSION -> value.equals("true") || value.equals("false");
                };
        if (!fits) {
            throw new IllegalArgumentException(name.key() + " must be " + form(name));
        }
        return name.kind() == ConfigKey.Kind.KEY ? key(name, value, folder) : value;
    }

    private static String form(ConfigKey name) {
        return switch (name.kind()) {
            case TEXT -> "a name of letters, digits, dots, dashes and underscores";
            case ADDRESS -> "an address with http or https";
            case SECRET -> "a text of visible ASCII characters without spaces";
            case NUMBER -> "a number above zero";
            case NUMBERS -> "a list of numbers above zero";
            case KEY -> "the path of a file with an RSA private key in PEM";
            case PERMISSION -> "true or false";
        };
    }

    private static String key(ConfigKey name, String text, Path folder) {
        String pem = text.startsWith(PEM) ? text : pem(name, folder.resolve(text));
        try {
            ForgeableJwt.key(pem);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name.key() + " does not hold an RSA private key in PEM");
        }
        return pem;
    }

    private static String pem(ConfigKey name, Path path) {
        try {
            return Files.readString(path).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException(name.key() + " names the file " + path + ", which cannot be read");
        }
    }
}
