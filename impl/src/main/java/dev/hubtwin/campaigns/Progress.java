package dev.hubtwin.campaigns;

import dev.hubtwin.world.Alert;
import dev.hubtwin.world.Campaign;
import dev.hubtwin.world.Repository;
import dev.hubtwin.world.World;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pcollections.PSet;

/**
 * How far a campaign has got (decisions: derived members).
 *
 * @param open       alerts neither fixed nor dismissed
 * @param closed     alerts fixed or dismissed
 * @param inProgress open alerts that somebody works on
 */
record Progress(long open, long closed, long inProgress) {

  private static final Progress NONE = new Progress(0, 0, 0);

  /** As the campaign's alerts are now; one that is gone, alone or with its repository, is not counted. */
  static Progress of(World world, Campaign campaign) {
    Progress progress = NONE;
    for (Map.Entry<Long, PSet<Integer>> some : campaign.alerts().entrySet()) {
      Optional<Repository> repository = world.repositories().repository(some.getKey());
      progress = repository.isPresent() ? progress.with(repository.get(), some.getValue()) : progress;
    }
    return progress;
  }

  private Progress with(Repository repository, Set<Integer> numbers) {
    Progress progress = this;
    for (Integer number : numbers) {
      Alert alert = repository.alerts().get(number);
      progress = alert == null ? progress : progress.with(alert);
    }
    return progress;
  }

  private Progress with(Alert alert) {
    return alert.state() == Alert.State.OPEN
        ? new Progress(open + 1, closed, alert.inProgress() ? inProgress + 1 : inProgress)
        : new Progress(open, closed + 1, inProgress);
  }
}
