package dev.hubtwin.internal.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * The control token of a server.
 *
 * @param text what callers must present; empty on loopback
 */
public record ControlToken(Optional<String> text) {

    private static final String SCHEME = "Bearer ";

    /** Whether an {@code Authorization} header, which may be null, presents it; always, if nothing is demanded. */
    public boolean isIn(String header) {
        return text.isEmpty()
                || header != null
                        && header.trim().startsWith(SCHEME)
                        && admits(header.trim().substring(SCHEME.length()));
    }

    /** Whether {@code given} is what callers must present, if they must; says so in constant time. */
    public boolean admits(String given) {
        return text.isEmpty()
                || given != null
                        && MessageDigest.isEqual(
                                text.get().getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
