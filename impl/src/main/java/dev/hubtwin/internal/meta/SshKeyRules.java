package dev.hubtwin.internal.meta;

import dev.hubtwin.internal.api.model.KeyCreate;
import dev.hubtwin.internal.api.model.ValidationErrorCode;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.world.Counters;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.SshKey;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Public SSH keys of the caller. */
final class SshKeyRules {

    /** The kind, the key itself, and a comment. */
    private static final Pattern OPEN_SSH = Pattern.compile(
            "\\s*((?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-nistp(?:256|384|521)|sk-[a-z0-9-]+@openssh[.]com)"
                    + " [A-Za-z0-9+/]+={0,3})(?:\\s+(.*))?",
            Pattern.DOTALL);

    private static final int LONGEST = 20_000;

    private SshKeyRules() {}

    /**
     * The key with the id.
     *
     * @throws ApiException 404 if the user has none
     */
    static SshKey find(World world, long user, long id) {
        return world.accounts().keys().key(user, id).orElseThrow(ApiException::notFound);
    }

    /**
     * Adds a key.
     *
     * @throws ApiException 422 for what is not a key, and for one that somebody has
     */
    static Change<SshKey> create(World world, long user, KeyCreate body, Instant now) {
        Matcher parts = OPEN_SSH.matcher(body.key());
        if (body.key().length() > LONGEST || !parts.matches()) {
            throw refused("key is invalid. You must supply a key in OpenSSH public key format");
        }
        String text = parts.group(1);
        if (world.accounts().keys().isUsed(text)) {
            throw refused("key is already in use");
        }
        String comment = parts.group(2) == null ? "" : parts.group(2).strip();
        World.Drawn drawn = world.draw(Counters.Kind.KEYS);
        SshKey key =
                new SshKey(drawn.id(), user, body.title() == null ? comment : body.title(), text, true, false, now);
        return new Change<>(drawn.world().with(world.accounts().keys().with(key)), key);
    }

    /**
     * Takes a key away.
     *
     * @throws ApiException 404 if the user has none with the id
     */
    static Change<SshKey> delete(World world, long user, long id) {
        SshKey key = find(world, user, id);
        return new Change<>(world.with(world.accounts().keys().without(key)), key);
    }

    private static ApiException refused(String message) {
        return ApiException.validationFailed("PublicKey", ValidationErrorCode.CUSTOM, "key", message);
    }
}
