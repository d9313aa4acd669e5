package dev.hubtwin.internal.world;

import dev.hubtwin.internal.world.account.MemberPrivileges;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.account.Plan;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.app.Installation;
import dev.hubtwin.internal.world.app.RepositoryChoice;
import dev.hubtwin.internal.world.campaign.Campaign;
import dev.hubtwin.internal.world.hook.Hook;
import dev.hubtwin.internal.world.hook.HookOwner;
import dev.hubtwin.internal.world.index.SortedIndex;
import dev.hubtwin.internal.world.repository.Contribution;
import dev.hubtwin.internal.world.repository.Repository;
import dev.hubtwin.internal.world.repository.RepositoryPermission;
import dev.hubtwin.internal.world.team.Team;
import dev.hubtwin.internal.world.token.Grant;
import dev.hubtwin.internal.world.token.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.TreePVector;

/** Small things to fill worlds with. */
public final class WorldSamples {

    public static final Instant T = Instant.parse("2026-01-01T00:00:00Z");

    private WorldSamples() {}

    /** Two organizations (1 and 2) and ten users (11 to 20), every third without a second factor. */
    public static World world() {
        World world = World.EMPTY.with(organization(1)).with(organization(2));
        for (int id = 11; id <= 20; id++) {
            world = world.with(user(id, id % 3 != 0));
        }
        return world;
    }

    static User user(long id, boolean twoFactor) {
        return user(id, "User" + id, twoFactor);
    }

    static User user(long id, String login, boolean twoFactor) {
        return new User(
                id, login, null, SettingsSamples.USER, false, 0, 0, 0, twoFactor, false, TreePVector.empty(), T, T);
    }

    public static Organization organization(long id) {
        return new Organization(
                id,
                "Org" + id,
                null,
                SettingsSamples.ORGANIZATION,
                new MemberPrivileges(
                        MemberPrivileges.BasePermission.READ,
                        true,
                        true,
                        new MemberPrivileges.RepositoryCreation(true, true, true, true),
                        new MemberPrivileges.Pages(true, true, true),
                        false,
                        SettingsSamples.RIGHTS),
                SettingsSamples.DEFAULTS,
                new Plan("free", 1, 1, 0),
                null,
                false,
                new Organization.Gists(0, 0),
                0,
                0,
                T,
                T,
                null);
    }

    public static Repository repository(
            long id, long owner, Repository.Visibility visibility, Map<Long, RepositoryPermission> collaborators) {
        return new Repository(
                id,
                owner,
                "Repo" + id,
                null,
                visibility,
                SettingsSamples.ABOUT,
                SettingsSamples.FEATURES,
                SettingsSamples.MERGING,
                SettingsSamples.POLICY,
                new Repository.Counts(id, 0, 0, 0, 0, 0, 0),
                new Repository.Times(T, T, null),
                TreePVector.singleton("old/repo" + id),
                HashTreePMap.from(collaborators),
                HashTreePMap.empty(),
                SortedIndex.by(Contribution.ORDER));
    }

    public static Team team(
            long id, long organization, List<Long> members, Map<Long, RepositoryPermission> repositories) {
        return new Team(
                id,
                organization,
                "team" + id,
                "Team " + id,
                null,
                null,
                Team.Privacy.CLOSED,
                RepositoryPermission.PULL,
                null,
                HashTreePSet.from(members),
                HashTreePSet.empty(),
                HashTreePMap.from(repositories),
                T,
                T);
    }

    public static Campaign campaign(long organization, int number, Campaign.State state, int hours) {
        Instant time = T.plus(Duration.ofHours(hours));
        return new Campaign(
                organization,
                number,
                "c",
                "d",
                TreePVector.empty(),
                TreePVector.empty(),
                time,
                null,
                state,
                HashTreePMap.empty(),
                TreePVector.empty(),
                T,
                time,
                state == Campaign.State.DRAFT ? null : T,
                null);
    }

    public static Hook hook(long id, HookOwner owner, String oauthApp, List<String> events) {
        Hook.Delivery config = new Hook.Delivery("http://127.0.0.1:9/", "json", null, "0");
        return new Hook(id, owner, config, TreePVector.from(events), true, null, oauthApp, T, T);
    }

    public static Installation installation(long id, long app, long account, int hours) {
        return new Installation(
                id,
                app,
                account,
                RepositoryChoice.ALL,
                HashTreePMap.empty(),
                TreePVector.empty(),
                null,
                T,
                T.plus(Duration.ofHours(hours)));
    }

    public static Token token(String text, Grant grant) {
        return new Token(
                1 + Math.floorMod(text.hashCode(), 100_000), text, grant, Token.Label.NONE, false, T, T, null, null);
    }
}
