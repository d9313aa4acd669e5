package dev.hubtwin.internal.world.repository;

import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/**
 * How far a user reaches into an owner's repositories as a collaborator.
 *
 * @param repositories where the user is a collaborator
 * @param privateOnes those of them that are private or internal
 * @param listed listed as outside collaborator though nothing may be reached
 * @param member an active member of the owner, so no outside collaborator
 * @param twoFactor whether the user has a second factor
 */
public record CollaboratorAccess(
        PSet<Long> repositories, PSet<Long> privateOnes, boolean listed, boolean member, boolean twoFactor) {

    public static final CollaboratorAccess NONE =
            new CollaboratorAccess(HashTreePSet.empty(), HashTreePSet.empty(), false, false, true);

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
        return new CollaboratorAccess(repositories.plus(id), hidden, listed, member, twoFactor);
    }

    CollaboratorAccess outOf(Repository repository) {
        return new CollaboratorAccess(
                repositories.minus(repository.id()), privateOnes.minus(repository.id()), listed, member, twoFactor);
    }

    CollaboratorAccess listed(boolean yes) {
        return new CollaboratorAccess(repositories, privateOnes, yes, member, twoFactor);
    }

    public CollaboratorAccess of(boolean aMember, boolean secured) {
        return new CollaboratorAccess(repositories, privateOnes, listed, aMember, secured);
    }
}
