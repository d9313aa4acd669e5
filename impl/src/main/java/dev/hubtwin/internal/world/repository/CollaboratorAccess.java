package dev.hubtwin.internal.world.repository;

import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.account.UserName;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/**
 * How far a user reaches into an owner's repositories as a collaborator.
 *
 * @param user who it is
 * @param repositories where the user is a collaborator
 * @param privateOnes those of them that are private or internal
 * @param listed listed as outside collaborator though nothing may be reached
 * @param member an active member of the owner, so no outside collaborator
 * @param twoFactor whether the user has a second factor
 */
public record CollaboratorAccess(
        UserName user,
        PSet<Long> repositories,
        PSet<Long> privateOnes,
        boolean listed,
        boolean member,
        boolean twoFactor) {

    /** A user who reaches nothing. */
    public static CollaboratorAccess none(User user, boolean member) {
        return new CollaboratorAccess(
                UserName.of(user), HashTreePSet.empty(), HashTreePSet.empty(), false, member, user.twoFactor());
    }

    /** Whether the user is an outside collaborator of the owner (R96). */
    public boolean isOutside() {
        return !member && (listed || !repositories.isEmpty());
    }

    boolean isNothing() {
        return !listed && repositories.isEmpty();
    }

    CollaboratorAccess into(Repository repository) {
        Long id = repository.id();
        PSet<Long> hidden = repository.isPrivate() ? privateOnes.plus(id) : privateOnes.minus(id);
        return new CollaboratorAccess(user, repositories.plus(id), hidden, listed, member, twoFactor);
    }

    CollaboratorAccess outOf(Repository repository) {
        Long id = repository.id();
        return new CollaboratorAccess(user, repositories.minus(id), privateOnes.minus(id), listed, member, twoFactor);
    }

    CollaboratorAccess listed(boolean yes) {
        return new CollaboratorAccess(user, repositories, privateOnes, yes, member, twoFactor);
    }

    CollaboratorAccess member(boolean yes) {
        return new CollaboratorAccess(user, repositories, privateOnes, listed, yes, twoFactor);
    }

    CollaboratorAccess of(User changed) {
        return new CollaboratorAccess(
                UserName.of(changed), repositories, privateOnes, listed, member, changed.twoFactor());
    }
}
