package dev.hubtwin.internal.contract.finding;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.hubtwin.internal.contract.finding.KnownFinding.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The file that a {@link Baseline} stands in, YAML or JSON. What is wrong with it is one sentence. */
record BaselineFile(Path file) {

    private static final String KNOWN = "known";
    private static final String REASON = "reason";
    private static final String UNTIL = "until";
    private static final String SUBJECTS =
            Arrays.stream(Subject.values()).map(BaselineFile::key).collect(Collectors.joining(", "));
    private static final Set<String> KEYS = Set.of("finding", "operation", "rule", REASON, UNTIL);
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    Baseline read() {
        JsonNode whole = tree();
        if (whole.isMissingNode() || whole.isNull()) {
            return Baseline.EMPTY;
        }
        for (String key : names(whole)) {
            require(key.equals(KNOWN), key, "is not a key; the key is " + KNOWN);
        }
        require(
                whole.isObject()
                        && (whole.path(KNOWN).isArray() || whole.path(KNOWN).isNull()),
                KNOWN,
                "must be a list");
        List<KnownFinding> entries = new ArrayList<>();
        for (JsonNode entry : whole.path(KNOWN)) {
            entries.add(entry(KNOWN + "[" + entries.size() + "]", entry));
        }
        return new Baseline(List.copyOf(entries));
    }

    private KnownFinding entry(String where, JsonNode entry) {
        require(entry.isObject(), where, "must have keys with values");
        for (String key : names(entry)) {
            require(
                    KEYS.contains(key),
                    where + "." + key,
                    "is not a key; the keys are " + SUBJECTS + ", reason, until");
        }
        List<Subject> subjects = Arrays.stream(Subject.values())
                .filter(each -> entry.has(key(each)))
                .toList();
        require(subjects.size() == 1, where, "must have one of " + SUBJECTS);
        String key = key(subjects.get(0));
        String name = text(where, entry, key);
        if (subjects.get(0) == Subject.OPERATION) {
            require(Finding.named(name).isPresent(), where + "." + key, "is not the id of an operation");
        } else if (subjects.get(0) == Subject.RULE) {
            require(name.matches("[Rr]?[1-9]\\d{0,3}"), where + "." + key, "is not a rule such as R77");
        }
        return new KnownFinding(
                subjects.get(0),
                subjects.get(0) == Subject.RULE ? name.replaceFirst("[Rr]", "") : name,
                text(where, entry, REASON),
                entry.has(UNTIL) ? Optional.of(date(where, text(where, entry, UNTIL))) : Optional.empty());
    }

    private String text(String where, JsonNode entry, String key) {
        String text = entry.path(key).isValueNode() ? entry.path(key).asText() : "";
        require(!text.isBlank(), where + "." + key, "must be a text");
        return text;
    }

    private LocalDate date(String where, String date) {
        try {
            return LocalDate.parse(date);
        } catch (DateTimeException e) {
            throw wrong(where + "." + UNTIL, "must be a day such as 2026-12-31");
        }
    }

    /** Returns what stands in the file; of its errors the line is known. */
    private JsonNode tree() {
        try {
            return YAML.readTree(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(file + ": there is no such file", e);
        } catch (JsonProcessingException e) {
            String where =
                    e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
            throw new IllegalArgumentException(
                    file
                            + (e.getOriginalMessage().startsWith("Duplicate ")
                                    ? ": a key is there twice"
                                    : ": neither YAML nor JSON")
                            + where,
                    e);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": cannot be read", e);
        }
    }

    /** Writes entries over what the file has. */
    void write(List<KnownFinding> entries) {
        StringBuilder text = new StringBuilder("""
                # What contract tests may find and pass all the same (--baseline). An entry is about a finding, an
                # operation or a rule; with "until: 2026-12-31" it counts up to that day.
                """);
        text.append(KNOWN).append(entries.isEmpty() ? ": []\n" : ":\n");
        for (KnownFinding entry : entries) {
            text.append("  - ").append(key(entry.subject())).append(": ").append(quoted(entry.toString()));
            text.append("\n    reason: ").append(quoted(entry.reason())).append('\n');
            entry.until()
                    .ifPresent(day -> text.append("    until: ").append(day).append('\n'));
        }
        try {
            Files.writeString(file, text, UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": cannot be written", e);
        }
    }

    /** A text in JSON is a text in YAML. */
    private static String quoted(String text) {
        return text.matches("[\\w-]+([/.:@-][\\w\\[\\]-]+)*") ? text : new TextNode(text).toString();
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String key(Subject subject) {
        return subject.name().toLowerCase(Locale.ROOT);
    }

    private void require(boolean holds, String key, String otherwise) {
        if (!holds) {
            throw wrong(key, otherwise);
        }
    }

    private IllegalArgumentException wrong(String key, String what) {
        return new IllegalArgumentException(file + ": " + key + " " + what);
    }
}
