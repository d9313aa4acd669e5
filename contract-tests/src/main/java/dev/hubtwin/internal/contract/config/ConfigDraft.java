package dev.hubtwin.internal.contract.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A config that was found out, and is not yet in a file. The file is {@code docs/contract-tests.yaml} with what was
 * found; the rest is commented out, and variables of the environment stand in the place of secrets.
 *
 * @param remark a line about it
 */
public record ConfigDraft(TargetConfig config, String remark) {

    private static final String TEMPLATE = "contract-tests.yaml";
    private static final Pattern LINE = Pattern.compile("( *)([a-z_]+): *([^#]*?) *(#.*)?");
    /** A number, or a text that YAML takes for nothing else. */
    private static final Pattern PLAIN =
            Pattern.compile("[1-9][0-9]{0,17}|(?!(?i:null|true|false|yes|no|on|off|y|n)$)[A-Za-z./_][A-Za-z0-9./_-]*");

    private static final String PEM = "-----BEGIN ";

    /**
     * Refuses a file that is there already.
     *
     * @throws IllegalArgumentException if the file is there
     */
    public static void requireNew(Path file) {
        if (Files.exists(file)) {
            throw new IllegalArgumentException(file + " is there already, and is not overwritten");
        }
    }

    /**
     * Writes the file.
     *
     * @param key the path of the private key of the app, or the key itself, as it was given
     * @return the variables of the environment that the file takes
     * @throws IllegalArgumentException if the file is there already or cannot be written
     */
    public List<String> write(Path file, Optional<String> key) {
        Optional<String> path = key.filter(given -> !given.startsWith(PEM))
                .map(given -> file.toAbsolutePath()
                        .normalize()
                        .getParent()
                        .relativize(Path.of(given).toAbsolutePath().normalize())
                        .toString());
        List<String> lines = new ArrayList<>();
        List<String> variables = new ArrayList<>();
        String section = "";
        for (String line : template().lines().toList()) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                lines.add(line);
                continue;
            }
            section = parts.group(1).isEmpty() ? parts.group(2) + "." : section;
            String name = parts.group(1).isEmpty() ? parts.group(2) : section + parts.group(2);
            Optional<ConfigKey> known = ConfigKey.of(name);
            Optional<String> value = known.flatMap(one -> value(one, parts.group(3), path));
            value.filter(text -> text.startsWith("${"))
                    .ifPresent(text -> variables.add(text.substring(2, text.length() - 1)));
            boolean stays = known.isEmpty() || known.get().isPermission();
            lines.add(stays ? line : written(parts, value));
        }
        lines.add(firstOf(lines), "# " + remark + ".");
        save(file, String.join("\n", lines) + "\n");
        return variables;
    }

    /** Returns what stands in the file; of a secret the variable that the template has. */
    private Optional<String> value(ConfigKey key, String example, Optional<String> path) {
        return config.find(key).map(value -> switch (key) {
            case APP_KEY -> path.map(ConfigDraft::quoted).orElse("${" + key.name() + "}");
            case ALERT_NUMBERS -> "[" + value + "]";
            default -> key.isSecret() ? example : quoted(value);
        });
    }

    private static String quoted(String text) {
        return PLAIN.matcher(text).matches() ? text : new TextNode(text).toString();
    }

    private static String written(Matcher parts, Optional<String> value) {
        String entry =
                parts.group(1) + (value.isPresent() ? "" : "# ") + parts.group(2) + ": " + value.orElse(parts.group(3));
        String comment = Optional.ofNullable(parts.group(4)).orElse("");
        int column = parts.start(4) < 0 ? 0 : parts.start(4);
        return (entry + " ".repeat(Math.max(1, column - entry.length())) + comment).stripTrailing();
    }

    /** Returns where the comment at the top ends. */
    private static int firstOf(List<String> lines) {
        return Math.max(0, lines.indexOf(""));
    }

    private static void save(Path file, String text) {
        try {
            Files.writeString(file, text, UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            requireNew(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": cannot be written", e);
        }
    }

    private static String template() {
        try (InputStream in = ConfigDraft.class.getResourceAsStream(TEMPLATE)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
