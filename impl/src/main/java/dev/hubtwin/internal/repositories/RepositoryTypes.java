package dev.hubtwin.internal.repositories;

import dev.hubtwin.internal.auth.RepositoryReach.Affiliation;
import dev.hubtwin.internal.world.naming.WireName;
import dev.hubtwin.internal.world.repository.Repository.Visibility;
import dev.hubtwin.internal.world.repository.RepositoryGroup;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/** What {@code type} and {@code visibility} of lists of repositories stand for. */
final class RepositoryTypes {

    private RepositoryTypes() {}

    /** The words of {@code type} in an organization. */
    enum OfOrganization implements WireName, Predicate<RepositoryGroup> {
        ALL(group -> true),
        PUBLIC(RepositoryTypes::isPublic),
        PRIVATE(group -> !isPublic(group)),
        INTERNAL(group -> group.visibility() == Visibility.INTERNAL),
        FORKS(RepositoryGroup::fork),
        SOURCES(group -> !group.fork()),
        MEMBER(group -> true);

        private final Predicate<RepositoryGroup> condition;

        OfOrganization(Predicate<RepositoryGroup> condition) {
            this.condition = condition;
        }

        @Override
        public boolean test(RepositoryGroup group) {
            return condition.test(group);
        }
    }

    /** The words of {@code type} among those of the caller, each with the affiliations that it stands for. */
    enum OfCaller implements WireName {
        ALL(OfOrganization.ALL, EnumSet.allOf(Affiliation.class)),
        OWNER(OfOrganization.ALL, EnumSet.of(Affiliation.OWNER)),
        PUBLIC(OfOrganization.PUBLIC, EnumSet.allOf(Affiliation.class)),
        PRIVATE(OfOrganization.PRIVATE, EnumSet.allOf(Affiliation.class)),
        MEMBER(OfOrganization.ALL, EnumSet.complementOf(EnumSet.of(Affiliation.OWNER)));

        private final OfOrganization filter;
        private final Set<Affiliation> affiliations;

        OfCaller(OfOrganization filter, Set<Affiliation> affiliations) {
            this.filter = filter;
            this.affiliations = affiliations;
        }

        OfOrganization filter() {
            return filter;
        }

        Set<Affiliation> affiliations() {
            return affiliations;
        }
    }

    /** The words of {@code type} among those of a user. */
    enum OfUser implements WireName {
        ALL,
        OWNER,
        MEMBER
    }

    private static boolean isPublic(RepositoryGroup group) {
        return group.visibility() == Visibility.PUBLIC;
    }
}
