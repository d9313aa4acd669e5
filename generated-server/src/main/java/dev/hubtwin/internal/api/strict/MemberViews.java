package dev.hubtwin.internal.api.strict;

/**
 * The views of JSON by which a body has the members that its reader's API has. In the description some members are
 * newer than the documents, {@code x-hubtwin-since} a month, and some are gone in a version, {@code x-hubtwin-until}
 * its day. Without a view a body has them all.
 */
public final class MemberViews {

    private MemberViews() {}

    /** Marks members that are newer than the documents. */
    public interface Since {}

    /** Marks members that are gone in the newest version. */
    public interface Until {}

    /** Marks members that are newer than the documents and gone in the newest version. */
    public interface SinceAndUntil {}

    /** The view that has what the documents have, and no more. */
    public interface Documented extends Until {}

    /** The view of the version 2022-11-28 of github.com's API. */
    public interface Older extends Since, Until, SinceAndUntil {}

    /** The view of its version 2026-03-10. */
    public interface Newest extends Since {}
}
