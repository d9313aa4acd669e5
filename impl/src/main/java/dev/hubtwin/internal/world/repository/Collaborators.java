package dev.hubtwin.internal.world.repository;

import dev.hubtwin.internal.world.account.UserName;
import dev.hubtwin.internal.world.index.ConditionalIndexes;
import dev.hubtwin.internal.world.index.SortedIndex;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * Who reaches repositories of one owner directly. Each list is in the order of the logins.
 *
 * @param byUser how far each collaborator reaches, members too
 * @param listings the lists below
 */
public record Collaborators(
        PMap<Long, CollaboratorAccess> byUser, ConditionalIndexes<UserName, CollaboratorAccess> listings) {

    private enum Lists implements Predicate<CollaboratorAccess> {
        OUTSIDE(CollaboratorAccess::isOutside),
        INSECURE(reach -> reach.isOutside() && !reach.twoFactor()),
        SEATED(reach -> reach.isOutside() && !reach.privateOnes().isEmpty());

        private final Predicate<CollaboratorAccess> condition;

        Lists(Predicate<CollaboratorAccess> condition) {
            this.condition = condition;
        }

        @Override
        public boolean test(CollaboratorAccess reach) {
            return condition.test(reach);
        }
    }

    static final Collaborators NONE = new Collaborators(
            HashTreePMap.empty(),
            ConditionalIndexes.of(UserName.ORDER, Arrays.<Predicate<CollaboratorAccess>>asList(Lists.values())));

    /** How far the user reaches; empty if nowhere. */
    public Optional<CollaboratorAccess> reach(long userId) {
        return Optional.ofNullable(byUser.get(userId));
    }

    /** The users who are listed as outside collaborators whatever they reach. */
    public List<Long> listed() {
        return byUser.entrySet().stream()
                .filter(reach -> reach.getValue().listed())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Outside collaborators: collaborators, or listed as such, and no active members (R96). */
    public SortedIndex<UserName> outside() {
        return listings.get(Lists.OUTSIDE);
    }

    /** Outside collaborators without a second factor (R97). */
    public SortedIndex<UserName> insecure() {
        return listings.get(Lists.INSECURE);
    }

    /** Outside collaborators of private repositories: each takes a seat of the plan. */
    public SortedIndex<UserName> seated() {
        return listings.get(Lists.SEATED);
    }

    Collaborators with(CollaboratorAccess reach) {
        Long user = reach.user().id();
        ConditionalIndexes<UserName, CollaboratorAccess> others =
                reach(user).map(old -> listings.without(old.user())).orElse(listings);
        return reach.isNothing()
                ? new Collaborators(byUser.minus(user), others)
                : new Collaborators(byUser.plus(user, reach), others.with(reach.user(), reach));
    }
}
