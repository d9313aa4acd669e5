package dev.hubtwin.internal.contract.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.description.Description;
import dev.hubtwin.internal.contract.description.Description.Operation;
import dev.hubtwin.internal.contract.http.ForgeableJwt;
import dev.hubtwin.internal.contract.http.TestClient;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the scenarios share that go through every operation that reads. They are about atlas, which has some of
 * everything; ada owns it, and the app polymath may do everything in it.
 */
public abstract class SampleReads extends AppSteps {

    /** What the parameters of paths are of. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("org", "atlas"),
            Map.entry("organization_id", "9501"),
            Map.entry("username", "ada"),
            Map.entry("user_id", "601"),
            Map.entry("owner", "atlas"),
            Map.entry("repo", "globe"),
            Map.entry("repository_id", "742"),
            Map.entry("hook_id", "201"),
            Map.entry("app_slug", "polymath"),
            Map.entry("installation_id", "621"),
            Map.entry("campaign_number", "1"));

    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
    /** Where organizations begin that are ada's alone. */
    private static final String FIRST = "since=9500";

    /** The operation of that id. */
    public static Operation operation(String id) {
        return Description.PUBLISHED.operations().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The operations that read. */
    public static Stream<Operation> reading() {
        return Description.PUBLISHED.operations().stream()
                .filter(operation -> operation.method().equals("GET"));
    }

    /** Those of them that list something in pages. */
    public static Stream<Operation> listing() {
        return reading().filter(operation -> takes(operation, "per_page"));
    }

    /** Whether an operation has a parameter of the query. */
    public static boolean takes(Operation operation, String parameter) {
        return Description.PUBLISHED.parameters(operation, "query").stream()
                .anyMatch(each -> each.path("name").asText().equals(parameter));
    }

    /** A path with one more parameter. */
    public static String with(String path, String parameter) {
        return path + (path.contains("?") ? "&" : "?") + parameter;
    }

    /** The path of a request that reads something of atlas. */
    public static String path(Operation operation) {
        String path = PARAMETER.matcher(operation.path()).replaceAll(parameter -> VALUES.get(parameter.group(1)));
        return operation.id().equals("orgs/list") ? path + "?" + FIRST : path;
    }

    /** Calls of whoever may read most by an operation: the app by itself, the app in atlas, or ada. */
    public TestClient reader(Operation operation) {
        String kinds = operation.node().at("/x-hubtwin-credentials/kinds").toString();
        return switch (kinds) {
            case "[\"app\"]" -> polymath();
            case "[\"installation\"]" -> as(FixtureIdentity.POLYMATH_IN_ATLAS);
            default -> as(FixtureIdentity.ADA);
        };
    }

    /** Calls of the app by itself. */
    public TestClient polymath() {
        return as(ForgeableJwt.of(4305, "rival"));
    }

    /** The elements of a list: the body, or the one array in it. */
    public static List<JsonNode> elements(JsonNode body) {
        JsonNode list = body.isArray()
                ? body
                : body.valueStream().filter(JsonNode::isArray).findFirst().orElseThrow();
        return list.valueStream().toList();
    }
}
