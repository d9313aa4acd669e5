package dev.hubtwin.internal.control;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Metrics as a strict reader of the text format takes them apart; anything else than the format fails. */
record PrometheusSamples(Set<String> families, Map<String, Double> values) {

    private static final String NAME = "[a-z_][a-z0-9_]*";
    private static final Pattern HELP = Pattern.compile("# HELP (" + NAME + ") .+");
    private static final Pattern TYPE = Pattern.compile("# TYPE (" + NAME + " (?:gauge|counter|histogram))");
    private static final String LABEL = NAME + "=\"[^\"\\\\]*\"";
    private static final Pattern SAMPLE =
            Pattern.compile("(" + NAME + ")((?:\\{" + LABEL + "(?:," + LABEL + ")*})?) (-?[0-9.]+(?:E-?[0-9]+)?)");

    /** Reads a text, in which what belongs to a family stands below its type. */
    static PrometheusSamples read(String text) {
        Set<String> families = new TreeSet<>();
        Map<String, Double> values = new LinkedHashMap<>();
        String family = "";
        for (String line : text.split("\n", -1)) {
            Matcher type = TYPE.matcher(line);
            Matcher sample = SAMPLE.matcher(line);
            if (type.matches()) {
                require(families.add(type.group(1)), line);
                family = type.group(1).split(" ")[0];
            } else if (sample.matches()) {
                require(sample.group(1).matches(family + "(_bucket|_sum|_count)?"), line);
                require(values.put(sample.group(1) + sample.group(2), Double.valueOf(sample.group(3))) == null, line);
            } else {
                require(line.isEmpty() || HELP.matcher(line).matches(), line);
            }
        }
        return new PrometheusSamples(families, values);
    }

    private static void require(boolean holds, String line) {
        if (!holds) {
            throw new IllegalArgumentException(line);
        }
    }

    /** The samples of a name, a line each, in the order of their labels. */
    String of(String name) {
        return values.entrySet().stream()
                .filter(sample -> sample.getKey().startsWith(name + "{")
                        || sample.getKey().equals(name))
                .map(sample -> sample.getKey().substring(name.length()) + " "
                        + sample.getValue().intValue())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /** The one sample of a name whose labels hold a text. */
    double value(String name, String text) {
        return values.entrySet().stream()
                .filter(sample ->
                        sample.getKey().startsWith(name) && sample.getKey().contains(text))
                .map(Map.Entry::getValue)
                .reduce((one, other) -> {
                    throw new IllegalArgumentException(name + " has several with " + text);
                })
                .orElseThrow();
    }
}
