package dev.hubtwin.seed;

import dev.hubtwin.client.control.model.StateCampaignState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A security campaign of an organization. */
public final class CampaignSeed extends SeedElement<CampaignSeed> {

    CampaignSeed(String name) {
        with("name", name);
    }

    /** Sets the number, which no other campaign of the organization has or had. Default: the next free one. */
    public CampaignSeed number(int number) {
        return with("number", number);
    }

    /** Sets the description. */
    public CampaignSeed description(String description) {
        return with("description", description);
    }

    /** Adds users who manage the campaign, by their logins (R17). */
    public CampaignSeed managers(String... logins) {
        return add("managers", (Object[]) logins);
    }

    /** Adds teams that manage the campaign, by their slugs (R18). */
    public CampaignSeed teamManagers(String... teams) {
        return add("team_managers", (Object[]) teams);
    }

    /** Sets when the campaign is due. Default: {@code 2099-12-31T00:00:00Z}. */
    public CampaignSeed endsAt(Instant at) {
        return with("ends_at", at);
    }

    /** Sets the state; drafts are not shown by the API (R1). Default: open. */
    public CampaignSeed state(StateCampaignState state) {
        return with("state", state);
    }

    /**
     * Adds code scanning alerts to the campaign.
     *
     * @param repository the name of a repository of the organization, without its owner
     * @param numbers the numbers of alerts of the repository
     */
    public CampaignSeed alerts(String repository, int... numbers) {
        List<Integer> alertNumbers = IntStream.of(numbers).boxed().toList();
        return add("code_scanning_alerts", Map.of("repository", repository, "alert_numbers", alertNumbers));
    }

    /**
     * Adds an issue that was made for the campaign (R25).
     *
     * @param repository the name of a repository of the organization, without its owner
     * @param number the number of the issue
     */
    public CampaignSeed issue(String repository, int number) {
        return add("issues", Map.of("repository", repository, "number", number));
    }
}
