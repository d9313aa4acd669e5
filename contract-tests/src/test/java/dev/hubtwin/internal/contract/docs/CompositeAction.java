package dev.hubtwin.internal.contract.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The action of the repository, as GitHub reads it.
 *
 * @param yaml the whole of action.yml
 */
record CompositeAction(JsonNode yaml) {

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ inputs\\.([a-z-]+) }}");
    private static final Pattern UNSET = Pattern.compile("inputs\\.([a-z-]+) == ''");

    /**
     * A step that is taken.
     *
     * @param script what the shell runs; empty if the step uses another action
     * @param environment what is set for it
     * @param with what it hands to another action
     * @param always whether it is taken after one that failed, too
     */
    record Step(String script, Map<String, String> environment, Map<String, String> with, boolean always) {}

    static CompositeAction read() throws IOException {
        return new CompositeAction(new YAMLMapper()
                .readTree(MarkdownDocument.REPOSITORY.resolve("action.yml").toFile()));
    }

    /** Returns the names of the inputs with their defaults; of one that has none, an empty text. */
    Map<String, String> inputs() {
        Map<String, String> inputs = new TreeMap<>();
        yaml.path("inputs")
                .properties()
                .forEach(input -> inputs.put(
                        input.getKey(), input.getValue().path("default").asText()));
        return inputs;
    }

    /** Returns the steps that are taken with some inputs; the others have their defaults. */
    List<Step> steps(Map<String, String> given) {
        Map<String, String> inputs = inputs();
        inputs.putAll(given);
        List<Step> steps = new ArrayList<>();
        for (JsonNode step : yaml.at("/runs/steps")) {
            String condition = step.path("if").asText("");
            if (isTaken(condition, inputs)) {
                steps.add(new Step(
                        step.path("run").asText(),
                        filled(step.path("env"), inputs),
                        filled(step.path("with"), inputs),
                        condition.equals("always()")));
            }
        }
        return steps;
    }

    private static boolean isTaken(String condition, Map<String, String> inputs) {
        Matcher unset = UNSET.matcher(condition);
        if (unset.matches()) {
            return inputs.get(unset.group(1)).isEmpty();
        }
        if (!condition.isEmpty() && !condition.equals("always()")) {
            throw new IllegalArgumentException("the condition " + condition + " is of no known kind");
        }
        return true;
    }

    private static Map<String, String> filled(JsonNode values, Map<String, String> inputs) {
        Map<String, String> filled = new LinkedHashMap<>();
        values.properties()
                .forEach(value -> filled.put(
                        value.getKey(),
                        EXPRESSION
                                .matcher(value.getValue().asText())
                                .replaceAll(found -> Matcher.quoteReplacement(inputs.get(found.group(1))))));
        return filled;
    }

    /** Returns the file that GitHub makes of a step's script, and how it runs it. */
    static List<String> command(Path script) {
        return List.of("bash", "--noprofile", "--norc", "-eo", "pipefail", script.toString());
    }
}
