package dev.hubtwin.internal.world.account;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an organization tells about itself; each text may be null. Owners alone see {@code billingEmail} (R46).
 *
 * @param wasSet whether a text that everybody sees, the description aside, is set or ever was
 */
public record Profile(
        @Nullable String name,
        @Nullable String description,
        @Nullable String company,
        @Nullable String blog,
        @Nullable String location,
        @Nullable String email,
        @Nullable String billingEmail,
        @Nullable String twitterUsername,
        boolean wasSet) {

    public Profile {
        wasSet = wasSet
                || Stream.of(name, company, blog, location, email, twitterUsername)
                        .anyMatch(Objects::nonNull);
    }

    /** Returns this, as one that only what is set now was ever set of. */
    public Profile forgotten() {
        return new Profile(name, description, company, blog, location, email, billingEmail, twitterUsername, false);
    }
}
