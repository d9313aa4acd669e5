package dev.hubtwin.internal.auth;

import dev.hubtwin.internal.world.token.Grant;
import java.util.Locale;

/** What kind of credential a request came with; the words of {@code x-hubtwin-credentials.kinds}. */
public enum CredentialKind {
    ANONYMOUS,
    CLASSIC,
    OAUTH,
    FINE_GRAINED,
    USER_TO_SERVER,
    INSTALLATION,
    APP,
    CLIENT;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word of the description. */
    public String word() {
        return word;
    }

    static CredentialKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The kind of a token. */
    public static CredentialKind of(Grant grant) {
        if (grant instanceof Grant.Classic) {
            return CLASSIC;
        }
        if (grant instanceof Grant.OAuth) {
            return OAUTH;
        }
        if (grant instanceof Grant.FineGrained) {
            return FINE_GRAINED;
        }
        return grant instanceof Grant.UserToServer ? USER_TO_SERVER : INSTALLATION;
    }

    /** Whether scopes, and not permissions, say what a token of this kind may do. */
    public boolean hasScopes() {
        return this == CLASSIC || this == OAUTH;
    }

    /** Whether permissions say what a token of this kind may do. */
    public boolean hasPermissions() {
        return this == FINE_GRAINED || this == USER_TO_SERVER || this == INSTALLATION;
    }
}
