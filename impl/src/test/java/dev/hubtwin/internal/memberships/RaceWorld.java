package dev.hubtwin.internal.memberships;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.UserName;
import dev.hubtwin.internal.world.index.SortedIndex;
import dev.hubtwin.internal.world.membership.Invitations;
import dev.hubtwin.internal.world.membership.Membership;
import dev.hubtwin.internal.world.membership.Roster;
import dev.hubtwin.internal.world.membership.UserMemberships;
import java.time.Instant;
import java.util.List;

/** An organization whose people do things to one another, and what holds whatever they do. */
final class RaceWorld {

    static final int PEOPLE = 64;
    static final String LOGIN = "arena";
    static final long ID = 1;

    private static final int OWNERS = 8;
    private static final int MEMBERS = 48;
    private static final int SENT = 30;
    private static final int LIMIT = 50;

    private RaceWorld() {}

    /** The user with the number. */
    static String login(int number) {
        return "user-" + number;
    }

    /** The id of that user. */
    static long id(int number) {
        return 100 + number;
    }

    /** The token of a user. */
    static String token(String login) {
        return "ghp_" + login;
    }

    /** Eight owners, forty other members, sixteen strangers; the owners have invited often today. */
    static World world(Instant now) {
        StringBuilder users = new StringBuilder("settings: {rate_limit: 'off'}\nusers:\n");
        StringBuilder members = new StringBuilder();
        StringBuilder sent = new StringBuilder();
        StringBuilder tokens = new StringBuilder("tokens:\n");
        for (int i = 0; i < PEOPLE; i++) {
            users.append("  - {login: %s, id: %d}\n".formatted(login(i), id(i)));
            tokens.append("  - {token: %s, user: %s, kind: classic, scopes: ['admin:org']}\n"
                    .formatted(token(login(i)), login(i)));
            if (i < MEMBERS) {
                members.append("      - {login: %s, role: %s}\n".formatted(login(i), i < OWNERS ? "admin" : "member"));
            }
            for (int j = 0; i < OWNERS && j < SENT; j++) {
                sent.append("      - {by: %s, at: '%s'}\n".formatted(login(i), now));
            }
        }
        String organization = "organizations:\n  - login: arena\n    id: 1\n    created_at: '2100-01-01T00:00:00Z'\n";
        return SeedCodec.read(
                users + organization + "    members:\n" + members + "    invitations_sent:\n" + sent + tokens,
                "application/yaml",
                now);
    }

    /** What holds at every moment: an owner, nobody twice, lists that agree, and no more invitations than allowed. */
    static void check(World world, Instant now) {
        Roster roster = world.memberships().roster(ID);
        assertTrue(roster.owners().size() >= 1, "an owner");
        assertEquals(
                roster.active().size(), roster.owners().size() + roster.plain().size());
        assertEquals(
                roster.byUser().size(),
                roster.active().size() + roster.invitations().pending().size());
        List.of(roster.active(), roster.owners(), roster.plain(), roster.visible())
                .forEach(RaceWorld::checkAscending);
        for (int i = 0; i < PEOPLE; i++) {
            checkUser(world, roster, id(i), now);
        }
    }

    private static void checkUser(World world, Roster roster, long user, Instant now) {
        Membership membership = roster.byUser().get(user);
        UserName name = UserName.of(world.accounts().user(user).orElseThrow());
        boolean active = membership != null && membership.isActive();
        assertEquals(active, roster.active().contains(name));
        assertEquals(active && membership.isOwner(), roster.owners().contains(name));
        assertEquals(
                membership != null && !active,
                roster.invitations().invitation(name.id()).isPresent());
        UserMemberships belonging = world.memberships().belonging(user);
        assertEquals(active, belonging.active().contains(ID));
        assertEquals(membership != null && !active, belonging.pending().contains(ID));
        assertFalse(active && world.repositories().outsiders(ID).outside().contains(name), "member and outsider");
        assertTrue(world.memberships().sentBy(user).after(now.minus(Invitations.COUNTED)) <= LIMIT, "invitations");
    }

    private static void checkAscending(SortedIndex<UserName> list) {
        for (int i = 1; i < list.size(); i++) {
            assertTrue(UserName.ORDER.compare(list.get(i - 1), list.get(i)) < 0, "nobody twice");
        }
    }
}
