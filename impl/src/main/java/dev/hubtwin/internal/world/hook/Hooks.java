package dev.hubtwin.internal.world.hook;

import dev.hubtwin.internal.world.index.IndexMaps;
import dev.hubtwin.internal.world.index.References;
import dev.hubtwin.internal.world.index.SortedIndex;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * Webhooks of organizations.
 *
 * @param byId all of them
 * @param byOrganization ids by organization
 * @param made ids by organization and maker
 * @param listening ids by organization and event, inactive ones too
 * @param references ids by who and what made them
 */
public record Hooks(
        PMap<Long, Hook> byId,
        PMap<Long, SortedIndex<Long>> byOrganization,
        PMap<Maker, SortedIndex<Long>> made,
        PMap<Listener, SortedIndex<Long>> listening,
        References<Long> references) {

    /** Whose hooks: an organization, and the client id of the OAuth app that made them (null: none did). */
    public record Maker(long organizationId, @Nullable String oauthApp) {}

    /** An organization, and an event that hooks of it hear. */
    public record Listener(long organizationId, String event) {}

    public static final Hooks NONE = new Hooks(
            HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty(), References.none());

    /** The organization's hook with the id (R120). */
    public Optional<Hook> hook(long organizationId, long id) {
        return Optional.ofNullable(byId.get(id)).filter(hook -> hook.organizationId() == organizationId);
    }

    /** The hooks of the organization, ids ascending. */
    public SortedIndex<Long> of(long organizationId) {
        return byOrganization.getOrDefault(organizationId, SortedIndex.natural());
    }

    /** The hooks that the OAuth app (null: none) made for the organization, ids ascending (R106, R107). */
    public SortedIndex<Long> madeBy(long organizationId, String oauthApp) {
        return made.getOrDefault(new Maker(organizationId, oauthApp), SortedIndex.natural());
    }

    /** The hooks of the organization that name the event, ids ascending; {@code *} is a name of its own here. */
    public SortedIndex<Long> listening(long organizationId, String event) {
        return listening.getOrDefault(new Listener(organizationId, event), SortedIndex.natural());
    }

    /** Returns this with the hook in the place of the one with its id. */
    public Hooks with(Hook hook) {
        Hooks others = without(hook.id());
        PMap<Listener, SortedIndex<Long>> listeners = others.listening;
        for (String event : hook.events()) {
            listeners = IndexMaps.rank(listeners, new Listener(hook.organizationId(), event), hook.id());
        }
        Maker maker = new Maker(hook.organizationId(), hook.oauthApp());
        return new Hooks(
                others.byId.plus(hook.id(), hook),
                IndexMaps.rank(others.byOrganization, hook.organizationId(), hook.id()),
                IndexMaps.rank(others.made, maker, hook.id()),
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
            listeners = IndexMaps.unrank(listeners, new Listener(hook.organizationId(), event), id);
        }
        return new Hooks(
                byId.minus(id),
                IndexMaps.unrank(byOrganization, hook.organizationId(), id),
                IndexMaps.unrank(made, new Maker(hook.organizationId(), hook.oauthApp()), id),
                listeners,
                references.without(id, hook.references()));
    }
}
