package dev.hubtwin.internal.world.cost;

import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.membership.Membership;
import dev.hubtwin.internal.world.membership.Membership.Role;

/** Worlds in which one organization has any number of people, and one user any number of memberships. */
final class MemberWorlds {

    static final long BIG = 10;
    static final long OPEN = 11;

    private static final long PERSON = 1_000_000_000;
    private static final long CLUB = 2_000_000_000;

    private MemberWorlds() {}

    /**
     * So many people, half of them owners and half without a second factor, members of {@code big} who show it, and
     * outside collaborators of {@code open}; olivia owns both, and belongs to as many others.
     */
    static World of(int people) {
        World world = OrganizationWorlds.of(3)
                .with(OrganizationWorlds.organization(BIG, "big"))
                .with(OrganizationWorlds.organization(OPEN, "open"))
                .withMembership(BIG, Membership.active(OrganizationWorlds.OLIVIA, Role.ADMIN, false))
                .withMembership(OPEN, Membership.active(OrganizationWorlds.OLIVIA, Role.ADMIN, false));
        for (int i = 0; i < people; i++) {
            Role role = i % 2 == 0 ? Role.ADMIN : Role.MEMBER;
            world = world.with(OrganizationWorlds.user(PERSON + i, "person-" + i, i % 4 < 2))
                    .withMembership(BIG, Membership.active(PERSON + i, role, true))
                    .withOutsider(OPEN, PERSON + i)
                    .with(OrganizationWorlds.organization(CLUB + i, "club-" + i))
                    .withMembership(CLUB + i, Membership.active(OrganizationWorlds.OLIVIA, Role.MEMBER, false));
        }
        return world;
    }
}
