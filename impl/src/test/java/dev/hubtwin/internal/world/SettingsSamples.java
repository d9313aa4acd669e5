package dev.hubtwin.internal.world;

import dev.hubtwin.internal.world.account.MemberRights;
import dev.hubtwin.internal.world.account.Profile;
import dev.hubtwin.internal.world.account.RepositoryDefaults;
import dev.hubtwin.internal.world.account.UserProfile;
import dev.hubtwin.internal.world.repository.Repository;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePVector;

/** What organizations, users and repositories of tests say of themselves, and how they are set up. */
public final class SettingsSamples {

    public static final UserProfile USER = new UserProfile(null, null, null, null, null, null, null, null, null);
    public static final Profile ORGANIZATION = new Profile(null, null, null, null, null, null, null, null, false);
    public static final MemberRights RIGHTS = new MemberRights(false, true, true, true, false, true, true, true, false);
    public static final RepositoryDefaults DEFAULTS = new RepositoryDefaults(
            "main",
            false,
            false,
            new RepositoryDefaults.SecurityFeatures(false, false, false, false, false, false),
            new RepositoryDefaults.SecretScanning(false, null, false));
    public static final Repository.Origin ORIGIN = new Repository.Origin(false, null, null, null);
    public static final Repository.About ABOUT = new Repository.About(
            null, null, null, null, "main", null, TreePVector.empty(), ORIGIN, false, false, false);
    public static final Repository.Features FEATURES =
            new Repository.Features(true, true, true, false, true, false, true, true);
    public static final Repository.Merging MERGING = new Repository.Merging(
            true,
            true,
            false,
            false,
            true,
            false,
            new Repository.CommitTexts(false, "COMMIT_OR_PR_TITLE", "COMMIT_MESSAGES", "MERGE_MESSAGE", "PR_TITLE"));
    public static final Repository.Policy POLICY =
            new Repository.Policy(false, "all", HashTreePMap.empty(), HashTreePMap.empty());

    private SettingsSamples() {}
}
