package dev.hubtwin.internal.world.account;

import java.util.Objects;
import java.util.stream.Stream;

/**
 * What an organization tells about itself; each text may be null. Owners alone see {@code billingEmail} (R46).
 *
 * @param wasSet whether a text that everybody sees, the description aside, is set or ever was
 */
public record Profile(
        String name,
        String description,
        String company,
        String blog,
        String location,
        String email,
        String billingEmail,
        String twitterUsername,
        boolean wasSet) {

    public Profile {
        wasSet = wasSet
                || Stream.of(name, company, blog, location, email, twitterUsername)
                        .anyMatch(Objects::nonNull);
    }

    /** This, as one that only what is set now was ever set of. */
    public Profile forgotten() {
        return new Profile(name, description, company, blog, location, email, billingEmail, twitterUsername, false);
    }
}
