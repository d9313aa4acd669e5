package dev.hubtwin.internal.world.account;

import dev.hubtwin.internal.world.index.IndexMaps;
import dev.hubtwin.internal.world.index.SortedIndex;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * Public SSH keys of users.
 *
 * @param byId all of them
 * @param byUser the ids of those of each user, ascending
 * @param byText ids by the keys themselves: no two are the same
 */
public record SshKeys(PMap<Long, SshKey> byId, PMap<Long, SortedIndex<Long>> byUser, PMap<String, Long> byText) {

    static final SshKeys NONE = new SshKeys(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());

    /** The ids of the keys of a user, ascending. */
    public SortedIndex<Long> of(long userId) {
        return byUser.getOrDefault(userId, SortedIndex.natural());
    }

    /** The key with the id, if it is the user's. */
    public Optional<SshKey> key(long userId, long id) {
        return Optional.ofNullable(byId.get(id)).filter(key -> key.userId() == userId);
    }

    /** Whether anybody has the key. */
    public boolean isUsed(String text) {
        return byText.containsKey(text);
    }

    /** Returns this with a key that nobody has. */
    public SshKeys with(SshKey key) {
        Long id = key.id();
        return new SshKeys(byId.plus(id, key), IndexMaps.rank(byUser, key.userId(), id), byText.plus(key.text(), id));
    }

    /** Returns this without a key. */
    public SshKeys without(SshKey key) {
        Long id = key.id();
        return new SshKeys(byId.minus(id), IndexMaps.unrank(byUser, key.userId(), id), byText.minus(key.text()));
    }

    /** Returns this without the keys of a user. */
    public SshKeys withoutUser(long userId) {
        SshKeys others = this;
        for (Long id : of(userId).elements()) {
            others = others.key(userId, id).map(others::without).orElse(others);
        }
        return others;
    }
}
