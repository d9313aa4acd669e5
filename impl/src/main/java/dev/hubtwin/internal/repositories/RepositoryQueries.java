package dev.hubtwin.internal.repositories;

import dev.hubtwin.internal.auth.Caller;
import dev.hubtwin.internal.auth.RepositoryListing;
import dev.hubtwin.internal.auth.RepositoryReach;
import dev.hubtwin.internal.auth.RepositoryReach.Affiliation;
import dev.hubtwin.internal.repositories.RepositoryTypes.OfCaller;
import dev.hubtwin.internal.repositories.RepositoryTypes.OfOrganization;
import dev.hubtwin.internal.repositories.RepositoryTypes.OfUser;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.index.RankedList;
import dev.hubtwin.internal.world.naming.WireName;
import dev.hubtwin.internal.world.repository.RepositoryEntry;
import dev.hubtwin.internal.world.repository.RepositoryOrder;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists of repositories, as the parameters of requests ask for them. */
final class RepositoryQueries {

    private RepositoryQueries() {}

    /** Those of an organization that a caller may read. */
    static RankedList<RepositoryEntry> ofOrganization(
            World world, Caller caller, long organization, String type, RepositoryOrder order) {
        OfOrganization filter = WireName.read(OfOrganization.class, type);
        RepositoryReach reach = filter == OfOrganization.MEMBER
                ? RepositoryReach.given(world, caller, organization)
                : RepositoryReach.readable(world, caller, organization);
        return new RepositoryListing(filter, order).of(world, List.of(reach));
    }

    /** Public ones of an account, or in which it collaborates. */
    static RankedList<RepositoryEntry> ofAccount(World world, long account, String type, RepositoryOrder order) {
        OfUser which = WireName.read(OfUser.class, type);
        List<RepositoryReach> reaches = new ArrayList<>();
        if (which != OfUser.MEMBER) {
            reaches.add(RepositoryReach.open(account));
        }
        if (which != OfUser.OWNER) {
            reaches.addAll(RepositoryReach.openTo(world, account));
        }
        return new RepositoryListing(OfOrganization.ALL, order).of(world, reaches);
    }

    /**
     * Those of the caller.
     *
     * @throws ApiException 422 if {@code type} does not stand alone
     */
    static RankedList<RepositoryEntry> ofCaller(World world, Caller caller, Wanted wanted, RepositoryOrder order) {
        if (wanted.type != null && (wanted.visibility != null || wanted.affiliation != null)) {
            throw ApiException.of(422, "If you specify visibility or affiliation, you cannot specify type.");
        }
        OfCaller type = WireName.read(OfCaller.class, wanted.type == null ? "all" : wanted.type);
        OfOrganization filter =
                wanted.visibility == null ? type.filter() : WireName.read(OfOrganization.class, wanted.visibility);
        Set<Affiliation> by = wanted.affiliation == null ? type.affiliations() : affiliations(wanted.affiliation);
        return new RepositoryListing(
                        filter,
                        order,
                        wanted.since == null ? null : wanted.since.toInstant(),
                        wanted.before == null ? null : wanted.before.toInstant())
                .of(world, RepositoryReach.ofUser(world, caller, by));
    }

    /** Which of their repositories a caller wants; each member may be null. */
    record Wanted(
            @Nullable String visibility,
            @Nullable String affiliation,
            @Nullable String type,
            @Nullable OffsetDateTime since,
            @Nullable OffsetDateTime before) {}

    private static Set<Affiliation> affiliations(String words) {
        Set<Affiliation> affiliations = EnumSet.noneOf(Affiliation.class);
        Arrays.stream(words.split(", ?"))
                .map(word -> WireName.read(Affiliation.class, word))
                .forEach(affiliations::add);
        return affiliations;
    }
}
