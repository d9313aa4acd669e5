package dev.hubtwin.internal.spec.secret;

/**
 * A secret within a text.
 *
 * @param start the index of its first character
 * @param end the index after its last character
 * @param name what it is called where it stands, as it is written there; empty if its shape gave it away
 */
public record FoundSecret(Kind kind, int start, int end, String name) {

    /** What kinds of secrets are found. */
    public enum Kind {
        /** A token of GitHub, by its prefix. */
        TOKEN,
        /** A JSON web token. */
        WEB_TOKEN,
        /** A private key in PEM, also one that was cut short. */
        KEY,
        /** What stands before the at sign of a URL. */
        USER_INFO,
        /** What follows {@code Basic}. */
        BASIC,
        /** The value of a parameter or of a member of JSON whose name is a secret's. */
        NAMED
    }
}
