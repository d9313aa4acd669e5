package dev.hubtwin.internal.world.index;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a thing refers to.
 *
 * @param kind what it is
 * @param key its id; of an OAuth app the client id
 */
public record Reference(Reference.Kind kind, Object key) {

    /** What is referred to from elsewhere. */
    public enum Kind {
        ACCOUNT,
        TEAM,
        REPOSITORY,
        OAUTH_APP,
        APP,
        INSTALLATION
    }

    /** References to things of a kind, by their keys; a key that is null refers to nothing. */
    public static List<Reference> to(Kind kind, @Nullable Object... keys) {
        List<Reference> references = new ArrayList<>();
        for (Object key : keys) {
            if (key != null) {
                references.add(new Reference(kind, key));
            }
        }
        return references;
    }

    /** These references and those. */
    public static List<Reference> both(List<Reference> these, List<Reference> those) {
        List<Reference> both = new ArrayList<>(these);
        both.addAll(those);
        return both;
    }
}
