package dev.hubtwin.internal.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The control token of a server.
 *
 * @param text what callers must present; empty on loopback
 */
public record ControlToken(Optional<String> text) {

    private static final Pattern CREDENTIAL = Pattern.compile("Bearer +(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PRESENTABLE = Pattern.compile("[!-~]+");

    /**
     * Keeps a token.
     *
     * @throws IllegalArgumentException if no client could present it
     */
    public ControlToken {
        if (text.isPresent() && !PRESENTABLE.matcher(text.get()).matches()) {
            throw new IllegalArgumentException(
                    "the control token is empty or has other characters than visible ASCII; expected one that a header"
                            + " can carry");
        }
    }

    /** Whether an {@code Authorization} header, which may be null, presents it; always, if nothing is demanded. */
    public boolean isIn(String header) {
        if (text.isEmpty() || header == null) {
            return text.isEmpty();
        }
        Matcher presented = CREDENTIAL.matcher(header.trim());
        return presented.matches() && admits(presented.group(1));
    }

    /** Whether {@code given} is what callers must present, if they must; says so in constant time. */
    public boolean admits(String given) {
        return text.isEmpty()
                || given != null
                        && MessageDigest.isEqual(
                                text.get().getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
