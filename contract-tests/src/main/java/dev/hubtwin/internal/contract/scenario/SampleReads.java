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
 * Requests for every operation that reads. They are about atlas, which has some of everything; ada owns it, and the app
 * polymath may do everything in it.
 */
public record SampleReads(Fixture fixture) {

    private static final String DELIVERIES = "/deliveries";

    /** Stands for the id of a delivery, which nobody knows beforehand. */
    private static final String DELIVERY = "a-delivery";

    /** The values of the parameters of paths. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("org", "atlas"),
            Map.entry("organization_id", "9501"),
            Map.entry("username", "ada"),
            Map.entry("user_id", "601"),
            Map.entry("owner", "atlas"),
            Map.entry("repo", "globe"),
            Map.entry("repository_id", "742"),
            Map.entry("hook_id", "201"),
            Map.entry("delivery_id", DELIVERY),
            Map.entry("key_id", "61"),
            Map.entry("invitation_id", "8801"),
            Map.entry("team_slug", "shoulders"),
            Map.entry("team_id", "92"),
            Map.entry("app_slug", "polymath"),
            Map.entry("installation_id", "621"),
            Map.entry("campaign_number", "1"));

    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");

    /** The parameter after which only organizations of ada are listed. */
    private static final String FIRST = "since=9500";

    /** Returns the operation with an id. */
    public static Operation operation(String id) {
        return Description.PUBLISHED.operations().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the operations that read. */
    public static Stream<Operation> reading() {
        return Description.PUBLISHED.operations().stream()
                .filter(operation -> operation.method().equals("GET"));
    }

    /** Returns the operations that list something in pages. */
    public static Stream<Operation> listing() {
        return reading().filter(operation -> takes(operation, "per_page"));
    }

    /** Whether an operation has a parameter of the query. */
    public static boolean takes(Operation operation, String parameter) {
        return Description.PUBLISHED.parameters(operation, "query").stream()
                .anyMatch(each -> each.path("name").asText().equals(parameter));
    }

    /** Returns a path with one more parameter. */
    public static String with(String path, String parameter) {
        return path + (path.contains("?") ? "&" : "?") + parameter;
    }

    /** Returns the path of a request that reads something of atlas; what has to happen before it is made to happen. */
    public String path(Operation operation) {
        String path = PARAMETER.matcher(operation.path()).replaceAll(parameter -> value(operation, parameter.group(1)));
        if (path.contains(DELIVERIES)) {
            return path.replace(DELIVERY, delivered(operation, path.substring(0, path.indexOf(DELIVERIES))));
        }
        return operation.id().equals("orgs/list") ? path + "?" + FIRST : path;
    }

    private static String value(Operation operation, String parameter) {
        boolean isOfRepository = parameter.equals("hook_id") && operation.path().startsWith("/repos/");
        return isOfRepository ? "211" : VALUES.get(parameter);
    }

    /** Has several things delivered to a webhook, and returns the id of the last delivery. */
    private String delivered(Operation operation, String hook) {
        fixture.restoreAfterwards();
        if (hook.equals("/app/hook")) {
            polymath().put("/app/installations/623/suspended", "").is(204);
            polymath().delete("/app/installations/623/suspended").is(204);
        } else {
            reader(operation).post(hook + "/pings", "").is(204);
            reader(operation).post(hook + "/pings", "").is(204);
        }
        return new DeliverySteps(fixture)
                .of(reader(operation), hook)
                .at("/0/id")
                .asText();
    }

    /** Returns a client of who may read most by an operation: the app by itself, in atlas or for ada, or ada. */
    public TestClient reader(Operation operation) {
        String kinds = operation.node().at("/x-hubtwin-credentials/kinds").toString();
        return switch (kinds) {
            case "[\"app\"]" -> polymath();
            case "[\"installation\"]" -> fixture.as(FixtureIdentity.POLYMATH_IN_ATLAS);
            case "[\"user_to_server\"]" -> new AppSteps(fixture).bearing("token ghu_ada");
            default -> fixture.as(FixtureIdentity.ADA);
        };
    }

    /** Returns a client of the app by itself. */
    public TestClient polymath() {
        return new AppSteps(fixture).as(ForgeableJwt.of(4305, "rival"));
    }

    /** Returns the elements of a list: the body, or the one array in it. */
    public static List<JsonNode> elements(JsonNode body) {
        JsonNode list = body.isArray()
                ? body
                : body.valueStream().filter(JsonNode::isArray).findFirst().orElseThrow();
        return list.valueStream().toList();
    }
}
