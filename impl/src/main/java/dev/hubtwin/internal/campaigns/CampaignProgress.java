package dev.hubtwin.internal.campaigns;

import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.campaign.Campaign;
import dev.hubtwin.internal.world.repository.Alert;
import dev.hubtwin.internal.world.repository.Repository;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pcollections.PSet;

/**
 * How far a campaign has got (decisions: derived members).
 *
 * @param open alerts neither fixed nor dismissed
 * @param closed alerts fixed or dismissed
 * @param inProgress open alerts that somebody works on
 */
record CampaignProgress(long open, long closed, long inProgress) {

    private static final CampaignProgress NONE = new CampaignProgress(0, 0, 0);

    /** As the campaign's alerts are now; one that is gone, alone or with its repository, is not counted. */
    static CampaignProgress of(World world, Campaign campaign) {
        CampaignProgress progress = NONE;
        for (Map.Entry<Long, PSet<Integer>> some : campaign.alerts().entrySet()) {
            Optional<Repository> repository = world.repositories().repository(some.getKey());
            progress = repository.isPresent() ? progress.with(repository.get(), some.getValue()) : progress;
        }
        return progress;
    }

    private CampaignProgress with(Repository repository, Set<Integer> numbers) {
        CampaignProgress progress = this;
        for (Integer number : numbers) {
            Alert alert = repository.alerts().get(number);
            progress = alert == null ? progress : progress.with(alert);
        }
        return progress;
    }

    private CampaignProgress with(Alert alert) {
        return alert.state() == Alert.State.OPEN
                ? new CampaignProgress(open + 1, closed, alert.inProgress() ? inProgress + 1 : inProgress)
                : new CampaignProgress(open, closed + 1, inProgress);
    }
}
