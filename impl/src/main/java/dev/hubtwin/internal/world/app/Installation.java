package dev.hubtwin.internal.world.app;

import dev.hubtwin.internal.world.index.Reference;
import dev.hubtwin.internal.world.naming.WireName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.PVector;

/**
 * An app installed on an account.
 *
 * @param accountId an organization or a user
 * @param selection the repositories of the account that it reaches
 * @param permissions levels by name; the app may want others by now
 * @param events likewise
 * @param suspension null: it is active
 */
public record Installation(
        long id,
        long appId,
        long accountId,
        RepositoryChoice selection,
        PMap<String, String> permissions,
        PVector<String> events,
        @Nullable Suspension suspension,
        Instant createdAt,
        Instant updatedAt) {

    /** Who suspends: the app, or the owner of the account, whom the app cannot overrule. */
    public enum Via implements WireName {
        APP,
        OWNER
    }

    /** Since when, by which user (null: nobody is known), and which way an installation is suspended. */
    public record Suspension(Instant at, @Nullable Long by, Via via) {}

    /** Who suspended it. */
    List<Reference> references() {
        return Reference.to(Reference.Kind.ACCOUNT, suspension == null ? null : suspension.by());
    }

    /** Returns this, with the repositories that it is to reach. */
    public Installation reaching(RepositoryChoice changed, Instant moment) {
        return new Installation(id, appId, accountId, changed, permissions, events, suspension, createdAt, moment);
    }

    /** Returns this, suspended, or (null) active again. */
    public Installation with(Suspension changed, Instant moment) {
        return new Installation(id, appId, accountId, selection, permissions, events, changed, createdAt, moment);
    }
}
