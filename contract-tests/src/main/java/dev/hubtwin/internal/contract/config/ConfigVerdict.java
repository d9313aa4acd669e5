package dev.hubtwin.internal.contract.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a server says of a config: what is wrong with it, and what could not be told. */
public final class ConfigVerdict {

    private final List<String> mistakes = new ArrayList<>();
    private final Map<String, List<ConfigKey>> unchecked = new LinkedHashMap<>();

    /** Notes what is wrong with the value of a key. */
    void mistake(ConfigKey key, String what) {
        mistakes.add(key.key() + ": " + what);
    }

    /** Notes why nothing could be told of the value of a key. */
    void unchecked(ConfigKey key, String why) {
        unchecked.computeIfAbsent(why, reason -> new ArrayList<>()).add(key);
    }

    /** Returns the mistakes, each a sentence that begins with the key. No secret of the config stands in it. */
    public List<String> mistakes() {
        return List.copyOf(mistakes);
    }

    /** Returns what was not checked: the keys, and why. */
    public List<String> unchecked() {
        return unchecked.entrySet().stream()
                .map(one ->
                        one.getValue().stream().map(ConfigKey::key).distinct().collect(Collectors.joining(", ")) + ": "
                                + one.getKey())
                .toList();
    }
}
