package dev.hubtwin.internal.world.hook;

import dev.hubtwin.internal.world.index.IndexMaps;
import dev.hubtwin.internal.world.index.References;
import dev.hubtwin.internal.world.index.SortedIndex;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * Webhooks of organizations and repositories.
 *
 * @param byId all of them
 * @param byOwner ids by owner
 * @param made ids by owner and maker
 * @param listening ids by owner and event, inactive ones too
 * @param references ids by who and what made them
 */
public record Hooks(
        PMap<Long, Hook> byId,
        PMap<HookOwner, SortedIndex<Long>> byOwner,
        PMap<Maker, SortedIndex<Long>> made,
        PMap<Listener, SortedIndex<Long>> listening,
        References<Long> references) {

    /**
     * Who knows hooks: of an organization the OAuth app alone that made them, by its client id (R106, R107); null:
     * whoever may manage the others, or those of a repository.
     */
    public record Maker(HookOwner owner, @Nullable String oauthApp) {

        private static Maker of(HookOwner owner, @Nullable String oauthApp) {
            return new Maker(owner, owner.isRepository() ? null : oauthApp);
        }

        private static Maker of(Hook hook) {
            return of(hook.owner(), hook.oauthApp());
        }
    }

    /** An owner of hooks, and an event that some of them hear. */
    public record Listener(HookOwner owner, String event) {}

    public static final Hooks NONE = new Hooks(
            HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(), References.none());

    /** The hooks of an owner that who calls through the OAuth app (null: none) knows, ids ascending (R106, R107). */
    public SortedIndex<Long> knownTo(@Nullable String oauthApp, HookOwner owner) {
        return made.getOrDefault(Maker.of(owner, oauthApp), SortedIndex.natural());
    }

    /** The hooks of an owner, ids ascending. */
    public SortedIndex<Long> of(HookOwner owner) {
        return byOwner.getOrDefault(owner, SortedIndex.natural());
    }

    /** The hook of an owner with the id, if who calls through the OAuth app (null: none) knows it (R120). */
    public Optional<Hook> hook(HookOwner owner, long id, @Nullable String oauthApp) {
        return knownTo(oauthApp, owner).contains(id) ? Optional.ofNullable(byId.get(id)) : Optional.empty();
    }

    /** Whether who knows one of two hooks knows the other. */
    public static boolean areKnownAlike(Hook one, Hook other) {
        return Maker.of(one).equals(Maker.of(other));
    }

    /** The hooks of an owner that name the event, ids ascending; {@code *} is a name of its own here. */
    public SortedIndex<Long> listening(HookOwner owner, String event) {
        return listening.getOrDefault(new Listener(owner, event), SortedIndex.natural());
    }

    /** Returns this with the hook in the place of the one with its id. */
    public Hooks with(Hook hook) {
        Hooks others = without(hook.id());
        PMap<Listener, SortedIndex<Long>> listeners = others.listening;
        for (String event : hook.events()) {
            listeners = IndexMaps.rank(listeners, new Listener(hook.owner(), event), hook.id());
        }
        return new Hooks(
                others.byId.plus(hook.id(), hook),
                IndexMaps.rank(others.byOwner, hook.owner(), hook.id()),
                IndexMaps.rank(others.made, Maker.of(hook), hook.id()),
                listeners,
                others.references.with(hook.id(), hook.references()));
    }

    /** Returns this without the hook. */
    public Hooks without(long id) {
        Hook hook = byId.get(id);
        if (hook == null) {
            return this;
        }
        PMap<Listener, SortedIndex<Long>> listeners = listening;
        for (String event : hook.events()) {
            listeners = IndexMaps.unrank(listeners, new Listener(hook.owner(), event), id);
        }
        return new Hooks(
                byId.minus(id),
                IndexMaps.unrank(byOwner, hook.owner(), id),
                IndexMaps.unrank(made, Maker.of(hook), id),
                listeners,
                references.without(id, hook.references()));
    }
}
