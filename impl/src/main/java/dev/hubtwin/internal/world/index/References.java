package dev.hubtwin.internal.world.index;

import java.util.Collection;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * What refers to a thing: the way back, which a deletion goes.
 *
 * @param byTarget the keys of those that refer to it
 */
public record References<K>(PMap<Reference, PSet<K>> byTarget) {

    /** No references. */
    public static <K> References<K> none() {
        return new References<>(HashTreePMap.empty());
    }

    /** The keys of those that refer to a thing. */
    public PSet<K> to(Reference.Kind kind, Object key) {
        return byTarget.getOrDefault(new Reference(kind, key), HashTreePSet.empty());
    }

    /** Returns this with what a thing refers to. */
    public References<K> with(K from, Collection<Reference> targets) {
        PMap<Reference, PSet<K>> more = byTarget;
        for (Reference target : targets) {
            more = IndexMaps.add(more, target, from);
        }
        return more == byTarget ? this : new References<>(more);
    }

    /** Returns this without what a thing refers to. */
    public References<K> without(K from, Collection<Reference> targets) {
        PMap<Reference, PSet<K>> fewer = byTarget;
        for (Reference target : targets) {
            fewer = IndexMaps.remove(fewer, target, from);
        }
        return fewer == byTarget ? this : new References<>(fewer);
    }
}
