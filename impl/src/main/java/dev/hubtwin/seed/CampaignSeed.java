package dev.hubtwin.seed;

import dev.hubtwin.internal.control.model.StateCampaignState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A security campaign of an organization. */
public final class CampaignSeed extends SeedElement<CampaignSeed> {

    CampaignSeed(String name) {
        with("name", name);
    }

    /** Its number; without it, the next one. */
    public CampaignSeed number(int number) {
        return with("number", number);
    }

    /** What is to be done. */
    public CampaignSeed description(String description) {
        return with("description", description);
    }

    /** Who sees to it. */
    public CampaignSeed managers(String... logins) {
        return add("managers", (Object[]) logins);
    }

    /** The slugs of the teams that see to it. */
    public CampaignSeed teamManagers(String... teams) {
        return add("team_managers", (Object[]) teams);
    }

    /** When it is to be done. */
    public CampaignSeed endsAt(Instant at) {
        return with("ends_at", at);
    }

    /** Without it, it is open. */
    public CampaignSeed state(StateCampaignState state) {
        return with("state", state);
    }

    /** Alerts of a repository of the organization. */
    public CampaignSeed alerts(String repository, int... numbers) {
        List<Integer> all = IntStream.of(numbers).boxed().toList();
        return add("code_scanning_alerts", Map.of("repository", repository, "alert_numbers", all));
    }

    /** An issue that was made for it. */
    public CampaignSeed issue(String repository, int number) {
        return add("issues", Map.of("repository", repository, "number", number));
    }
}
