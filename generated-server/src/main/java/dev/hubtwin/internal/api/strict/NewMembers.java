package dev.hubtwin.internal.api.strict;

/**
 * The view of JSON in which a body has the members that are newer than the documents, those with
 * {@code x-hubtwin-since} in the description. Without a view it has them too; in {@link Documented} it does not.
 */
public interface NewMembers {

    /** The view in which a body has what the documents have and no more. */
    interface Documented {}
}
