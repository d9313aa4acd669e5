package dev.hubtwin.internal.seed.mapping;

import dev.hubtwin.internal.control.model.StateSshKey;
import dev.hubtwin.internal.world.account.SshKey;
import dev.hubtwin.internal.world.account.SshKeys;
import java.util.List;

/** Public SSH keys, in and out. */
final class SshKeyMapper {

    private SshKeyMapper() {}

    static SshKey read(StateSshKey key, long id, long user) {
        return new SshKey(
                id, user, key.title(), key.key(), key.verified(), key.readOnly(), Values.created(key.createdAt()));
    }

    /** Writes those of a user, ids ascending; null if there are none. */
    static List<StateSshKey> write(SshKeys keys, long user) {
        return Values.some(keys.of(user).elements().stream()
                .map(id -> write(keys.byId().get(id)))
                .toList());
    }

    private static StateSshKey write(SshKey key) {
        return StateSshKey.builder()
                .id(key.id())
                .title(key.title())
                .key(key.text())
                .verified(key.verified())
                .readOnly(key.readOnly())
                .createdAt(Values.created(key.createdAt()))
                .build();
    }
}
