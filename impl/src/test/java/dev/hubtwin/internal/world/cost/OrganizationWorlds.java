package dev.hubtwin.internal.world.cost;

import dev.hubtwin.internal.world.Settings;
import dev.hubtwin.internal.world.SettingsSamples;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.MemberPrivileges;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.account.Plan;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.index.SortedIndex;
import dev.hubtwin.internal.world.membership.Membership;
import dev.hubtwin.internal.world.repository.Contribution;
import dev.hubtwin.internal.world.repository.Repository;
import dev.hubtwin.internal.world.token.Grant;
import dev.hubtwin.internal.world.token.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePVector;

/** Worlds of any size in which one user, one organization and one repository always stand the same. */
final class OrganizationWorlds {

    static final String TOKEN = "ghp_olivia";

    static final long OLIVIA = 1;
    private static final int HERS = 3;
    private static final long FIRST = 1_000;
    private static final Instant THEN = Instant.parse("2020-01-01T00:00:00Z");

    private OrganizationWorlds() {}

    /** So many organizations, {@code org-0} to, each with a repository and a member; olivia owns the first three. */
    static World of(int organizations) {
        World world = World.EMPTY.with(user(OLIVIA, "olivia")).with(user(2, "mike"));
        world = world.with(new Settings(
                Settings.RateLimit.OFF,
                Settings.DeliverTo.LOOPBACK,
                Duration.ZERO,
                false,
                null,
                Settings.Clock.RUNNING));
        world = world.with(world.tokens()
                .with(new Token(
                        1,
                        TOKEN,
                        new Grant.Classic(OLIVIA, TreePVector.from(List.of("admin:org", "repo", "user"))),
                        Token.Label.NONE,
                        false,
                        THEN,
                        THEN,
                        null,
                        null)));
        for (int i = 0; i < organizations; i++) {
            long id = FIRST + i;
            long member = i < HERS ? OLIVIA : FIRST + organizations + i;
            world = i < HERS ? world : world.with(user(member, "user-" + i));
            world = world.with(organization(id, "org-" + i))
                    .withMembership(id, Membership.active(member, Membership.Role.ADMIN, true))
                    .with(repository(id, id));
        }
        return world;
    }

    private static User user(long id, String login) {
        return user(id, login, true);
    }

    static User user(long id, String login, boolean twoFactor) {
        return new User(
                id,
                login,
                null,
                SettingsSamples.USER,
                false,
                0,
                0,
                0,
                twoFactor,
                false,
                TreePVector.empty(),
                THEN,
                THEN);
    }

    static Organization organization(long id, String login) {
        MemberPrivileges policy = new MemberPrivileges(
                MemberPrivileges.BasePermission.READ,
                true,
                true,
                new MemberPrivileges.RepositoryCreation(true, true, true, false),
                new MemberPrivileges.Pages(true, true, true),
                false,
                SettingsSamples.RIGHTS);
        return new Organization(
                id,
                login,
                null,
                SettingsSamples.ORGANIZATION,
                policy,
                SettingsSamples.DEFAULTS,
                new Plan("free", 1, 1, 0),
                null,
                false,
                new Organization.Gists(0, 0),
                0,
                0,
                THEN,
                THEN,
                null);
    }

    static Repository repository(long id, long owner) {
        return new Repository(
                id,
                owner,
                "widgets",
                null,
                Repository.Visibility.PRIVATE,
                SettingsSamples.ABOUT,
                SettingsSamples.FEATURES,
                SettingsSamples.MERGING,
                SettingsSamples.POLICY,
                new Repository.Counts(1, 0, 0, 0, 0, 0, 0),
                new Repository.Times(THEN, THEN, null),
                TreePVector.empty(),
                HashTreePMap.empty(),
                HashTreePMap.empty(),
                SortedIndex.by(Contribution.ORDER));
    }
}
