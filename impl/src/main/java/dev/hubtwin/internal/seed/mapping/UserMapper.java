package dev.hubtwin.internal.seed.mapping;

import dev.hubtwin.internal.control.model.StateUser;
import dev.hubtwin.internal.world.account.SshKeys;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.account.UserProfile;
import java.time.Instant;

/** A user, in and out. */
final class UserMapper {

    private UserMapper() {}

    static User read(StateUser user, long id) {
        Instant created = Values.created(user.createdAt());
        return new User(
                id,
                user.login(),
                user.nodeId(),
                profile(user),
                user.siteAdmin(),
                user.followers(),
                user.following(),
                user.publicGists(),
                user.twoFactor(),
                user.flagged(),
                Values.texts(user.formerLogins()),
                created,
                Values.instant(user.updatedAt(), created));
    }

    /** Most users of a large world tell nothing: they share it. */
    private static UserProfile profile(StateUser user) {
        UserProfile profile = new UserProfile(
                user.name(),
                user.company(),
                user.blog(),
                user.location(),
                user.email(),
                user.bio(),
                user.hireable(),
                user.twitterUsername(),
                user.notificationEmail());
        return profile.equals(UserProfile.NOTHING) ? UserProfile.NOTHING : profile;
    }

    static StateUser write(User user, SshKeys keys) {
        UserProfile profile = user.profile();
        return StateUser.builder()
                .login(user.login())
                .id(user.id())
                .nodeId(user.givenNodeId())
                .name(profile.name())
                .company(profile.company())
                .blog(profile.blog())
                .location(profile.location())
                .email(profile.email())
                .bio(profile.bio())
                .hireable(profile.hireable())
                .twitterUsername(profile.twitterUsername())
                .notificationEmail(profile.notificationEmail())
                .siteAdmin(user.siteAdmin())
                .followers(user.followers())
                .following(user.following())
                .publicGists(user.publicGists())
                .twoFactor(user.twoFactor())
                .flagged(user.flagged())
                .formerLogins(Values.some(user.formerLogins()))
                .keys(SshKeyMapper.write(keys, user.id()))
                .createdAt(Values.created(user.createdAt()))
                .updatedAt(Values.time(user.updatedAt(), user.createdAt()))
                .build();
    }
}
