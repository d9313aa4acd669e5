package dev.hubtwin.internal.world.cost;

import dev.hubtwin.internal.world.Counters;
import dev.hubtwin.internal.world.Counters.Kind;
import dev.hubtwin.internal.world.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A document that is merged into a state costs what it names and what depends on that, however large the world is. */
class StateCostTest {

    private static final int FEW = 1_000;
    private static final int MANY = Boolean.getBoolean("hubtwin.full") ? 100_000 : 20_000;
    /** A search in an index a hundred times as long looks at seven more ids; a document searches so often at most. */
    private static final int SEARCHES = 60;

    private static final long LAST = 9_000_000_000L;

    private static final List<String> REQUESTS = List.of(
            "PATCH /_twin/state {\"users\": [{\"login\": \"person-500\", \"name\": \"Changed\"}]}",
            "PATCH /_twin/state {\"users\": [{\"login\": \"person-500\", \"two_factor\": null}]}",
            "POST /_twin/state {\"users\": [{\"login\": \"added\"}], \"tokens\": [{\"token\": \"t\", \"user\": \"added\"}]}",
            "PATCH /_twin/state {\"organizations\": [{\"login\": \"big\", \"description\": \"Changed\"}]}",
            "PATCH /_twin/state {\"organizations\": [{\"login\": \"big\", \"members\": ["
                    + "{\"login\": \"person-501\", \"role\": \"member\"}, {\"login\": \"added\"}, {\"login\": \"mike\"}]}]}",
            "PATCH /_twin/state {\"organizations\": [{\"login\": \"big\", \"teams\": ["
                    + "{\"slug\": \"core\", \"members\": [\"person-502\", \"added\"]}], \"hooks\": ["
                    + "{\"config\": {\"url\": \"http://127.0.0.1:9/\"}, \"created_by\": \"person-502\"}]}]}",
            "PATCH /_twin/state {\"repositories\": [{\"owner\": \"org-0\", \"name\": \"widgets\", \"size\": 7}]}",
            "POST /_twin/state {\"repositories\": [{\"owner\": \"big\", \"name\": \"new\"}]}",
            "POST /_twin/state {\"organizations\": [{\"login\": \"new\", \"members\": [{\"login\": \"person-503\"}]}]}",
            "PATCH /_twin/state {\"apps\": [{\"slug\": \"bot\", \"owner\": \"big\", \"installations\": [{\"account\": \"org-1\"}]}]}",
            "PATCH /_twin/state {\"organizations\": [{\"login\": \"big\", \"members\": [{\"login\": \"person-504\", \"$delete\": true}]}]}",
            "PATCH /_twin/state {\"users\": [{\"login\": \"person-502\", \"$delete\": true}]}",
            "PATCH /_twin/state {\"organizations\": [{\"login\": \"club-505\", \"$delete\": true}]}",
            "PATCH /_twin/state {\"repositories\": [{\"owner\": \"org-0\", \"name\": \"widgets\", \"$delete\": true}]}",
            "PATCH /_twin/state {\"settings\": {\"rate_limit\": \"off\"}, \"signed_in\": \"olivia\"}",
            "PATCH /_twin/state {\"counters\": {\"accounts\": 9999999999}}",
            "PATCH /_twin/state {}");

    @Test
    @DisplayName("Merging into a state and adding to it touch as many records in a large world as in a small one")
    void touchesTheSame() {
        CountedTwin.assertSameRecords(counts(FEW), counts(MANY), 7L * SEARCHES);
    }

    private static Map<String, TouchCount.Count> counts(int people) {
        World world = MemberWorlds.of(people);
        Counters counters = world.counters().above(Kind.ACCOUNTS, LAST).above(Kind.REPOSITORIES, LAST);
        try (CountedTwin twin = new CountedTwin(world.with(counters))) {
            REQUESTS.forEach(twin::send);
            return twin.counts();
        }
    }
}
