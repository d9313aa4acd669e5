package dev.hubtwin.internal.contract.protocol;

import static dev.hubtwin.internal.contract.scenario.SampleReads.operation;
import static dev.hubtwin.internal.contract.scenario.SampleReads.reading;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.description.Description;
import dev.hubtwin.internal.contract.description.Description.Operation;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.FixtureScenarios;
import dev.hubtwin.internal.contract.scenario.SampleReads;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The URLs in what is answered lead to something. That they bear the right host and root is held of every exchange of
 * every scenario; following them too would double all requests, spend limits that are counted and age what is kept. So
 * each operation that reads is asked once about atlas, where there is something behind every URL, by a caller who may
 * see it, and each member of its answer that the description has a path for is followed once.
 */
@FixtureScenarios
public abstract class LinksScenarios {

    private static final int REFUSED = 400;

    private final Fixture fixture;
    private final SampleReads samples;

    protected LinksScenarios(Fixture fixture) {
        this.fixture = fixture;
        this.samples = new SampleReads(fixture);
    }

    static Stream<String> operations() {
        return reading().map(Operation::id);
    }

    @ParameterizedTest
    @MethodSource("operations")
    @DisplayName("Every operation that reads answers with URLs that lead to an answer, where their path is described "
            + "(decisions)")
    void resolve(String id) {
        HttpAnswer answer = samples.reader(operation(id)).get(samples.path(operation(id)));
        assertTrue(answer.status() < REFUSED, () -> answer.status() + " " + answer.text());
        Map<String, String> links = new LinkedHashMap<>(answer.links());
        if (answer.body().length > 0 && answer.header("Content-Type").contains("json")) {
            collect("", answer.json(), links);
        }
        if (answer.header("Location") != null) {
            links.put("Location", answer.header("Location"));
        }
        links.replaceAll((member, url) -> url.replaceAll("\\{[^{}]*}", ""));
        links.values().removeIf(url -> !isDescribed(url));
        links.forEach((member, url) ->
                assertTrue(resolves(samples.reader(operation(id)), url), member + " leads to nothing: " + url));
    }

    /** Of the elements of a list the first that has the member counts. */
    private static void collect(String path, JsonNode node, Map<String, String> links) {
        if (node.isArray()) {
            node.forEach(element -> collect(path, element, links));
        }
        node.properties().forEach(member -> {
            String name = path + "/" + member.getKey();
            if (member.getValue().isTextual() && member.getKey().endsWith("url")) {
                links.putIfAbsent(name, member.getValue().textValue());
            } else {
                collect(name, member.getValue(), links);
            }
        });
    }

    private boolean isDescribed(String url) {
        if (!url.startsWith(fixture.target().root() + "/")) {
            return false;
        }
        String path = URI.create(url)
                .getRawPath()
                .substring(fixture.target().root().getRawPath().length());
        return Description.PUBLISHED.operation("GET", path).isPresent();
    }

    /** The caller that read a link follows it, or else a caller that may read what it leads to. */
    private boolean resolves(TestClient reader, String url) {
        return Stream.of(reader, fixture.as(FixtureIdentity.ADA), fixture.as(FixtureIdentity.POLYMATH_IN_ATLAS))
                .anyMatch(caller -> caller.get(url).status() < REFUSED);
    }
}
