package dev.hubtwin.internal.contract.protocol;

import static dev.hubtwin.internal.contract.scenario.SampleReads.elements;
import static dev.hubtwin.internal.contract.scenario.SampleReads.listing;
import static dev.hubtwin.internal.contract.scenario.SampleReads.operation;
import static dev.hubtwin.internal.contract.scenario.SampleReads.reading;
import static dev.hubtwin.internal.contract.scenario.SampleReads.takes;
import static dev.hubtwin.internal.contract.scenario.SampleReads.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.description.Description;
import dev.hubtwin.internal.contract.description.Description.Operation;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import dev.hubtwin.internal.contract.scenario.SampleReads;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every list of the description, page by page (R36, R38, R132; conventions, section 4). */
@FixtureScenarios
public abstract class ListsScenarios {

    private static final String BY_ID = "-by-id";
    /** Nobody asks for an installation (decisions on installations). */
    private static final String EMPTY = "apps/list-installation-requests-for-authenticated-app";

    private final SampleReads samples;

    protected ListsScenarios(Fixture fixture) {
        this.samples = new SampleReads(fixture);
    }

    static Stream<String> lists() {
        return listing().map(Operation::id).filter(id -> !id.equals(EMPTY));
    }

    static Stream<String> numberedLists() {
        return lists().filter(id -> takes(operation(id), "page"));
    }

    static Stream<String> byId() {
        return reading().map(Operation::id).filter(id -> id.endsWith(BY_ID));
    }

    @ParameterizedTest
    @MethodSource("lists")
    @DisplayName("Every operation that lists leads by Link, from pages of one element, to each once, in the order of "
            + "one whole page (R36, R38, R132)")
    void leadsThroughAll(String id) {
        TestClient reader = samples.reader(operation(id));
        String path = samples.path(operation(id));
        List<JsonNode> whole =
                elements(reader.get(with(path, "per_page=100")).is(200).json());
        assertTrue(whole.size() > 1 && Set.copyOf(whole).size() == whole.size(), "several, none twice");
        assertEquals(
                whole,
                reader.pages(with(path, "per_page=1")).stream()
                        .flatMap(page -> elements(page.json()).stream())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("numberedLists")
    @DisplayName("Every operation that lists by numbered pages links prev, next, last and first on each, where they "
            + "lead somewhere else (R132)")
    void leadsBothWays(String id) {
        TestClient reader = samples.reader(operation(id));
        List<HttpAnswer> pages = reader.pages(with(samples.path(operation(id)), "per_page=1"));
        for (int i = 0; i < pages.size(); i++) {
            HttpAnswer page = pages.get(i);
            assertEquals(
                    relations(i > 0, i < pages.size() - 1),
                    new TreeSet<>(page.links().keySet()),
                    "on page " + (i + 1));
            if (i > 0) {
                assertEquals(
                        pages.get(i - 1).json(),
                        reader.get(page.links().get("prev")).is(200).json());
                assertEquals(
                        pages.get(0).json(),
                        reader.get(page.links().get("first")).is(200).json());
            } else {
                assertEquals(
                        pages.get(pages.size() - 1).json(),
                        reader.get(page.links().get("last")).is(200).json());
            }
        }
    }

    private static Set<String> relations(boolean hasPrevious, boolean hasNext) {
        Set<String> relations = new TreeSet<>();
        relations.addAll(hasPrevious ? Set.of("prev", "first") : Set.of());
        relations.addAll(hasNext ? Set.of("next", "last") : Set.of());
        return relations;
    }

    @ParameterizedTest
    @MethodSource("byId")
    @DisplayName("Every operation that reads by an id takes each parameter that it takes by a name, and is the same "
            + "(conventions, 4 and 9)")
    void readsTheSameById(String id) {
        Operation byId = operation(id);
        Operation byName = operation(id.substring(0, id.length() - BY_ID.length()));
        for (String query : queries(byId)) {
            HttpAnswer expected = samples.reader(byName).get(samples.path(byName) + query);
            HttpAnswer answer =
                    samples.reader(byId).get(samples.path(byId) + query).is(expected.status());
            assertEquals(expected.text(), answer.text(), query);
        }
    }

    private static List<String> queries(Operation operation) {
        List<String> queries = new ArrayList<>(List.of(""));
        Description.PUBLISHED.parameters(operation, "query").forEach(parameter -> {
            String name = "?" + parameter.path("name").asText() + "=";
            JsonNode values =
                    Description.PUBLISHED.resolve(parameter.path("schema")).path("enum");
            values.forEach(value -> queries.add(name + value.asText()));
            if (values.isMissingNode()) {
                queries.add(name + "2");
            }
        });
        return queries;
    }
}
