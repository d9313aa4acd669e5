package dev.hubtwin.internal.contract.config;

import dev.hubtwin.internal.contract.http.ControlClient;
import dev.hubtwin.internal.contract.http.ExchangeListener;
import dev.hubtwin.internal.contract.http.TestClient;
import dev.hubtwin.internal.contract.http.Transport;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A server under test, seen through one of its roots. One with a control API holds the world of {@code fixture.yaml}.
 *
 * @param root without a slash at its end; the enterprise dialect is spoken where it ends in {@code /api/v3}
 * @param strict whether it must keep to the description to the letter: no member that is not described, every URL at
 *     home
 * @param control the control API that brings the fixture back, if there is one
 * @param tokens the tokens that are other ones than in the fixture
 * @param watch who sees what is exchanged
 * @param names what it has for scenarios that run anywhere
 * @param readOnly whether nothing but GET, HEAD and OPTIONS may be sent to it; the names may say so too
 * @param patience how long an answer may take
 */
public record Target(
        URI root,
        boolean strict,
        Optional<ControlClient> control,
        Map<FixtureIdentity, String> tokens,
        ExchangeListener listener,
        TargetConfig config,
        boolean readOnly,
        Duration timeout) {

    private static final String ENTERPRISE_ROOT = "/api/v3";

    /** One with the names of {@code fixture.yaml}, that may be written to, and has ten seconds for an answer. */
    public Target(
            URI root,
            boolean strict,
            Optional<ControlClient> control,
            Map<FixtureIdentity, String> tokens,
            ExchangeListener watch) {
        this(root, strict, control, tokens, watch, TargetConfig.FIXTURE, false, Transport.TIMEOUT);
    }

    /** A server that nothing is known of but its root, its names, and whether it may be written to. */
    public static Target of(URI root, boolean strict, TargetConfig names, boolean readOnly, ExchangeListener watch) {
        return new Target(root, strict, Optional.empty(), Map.of(), watch, names, readOnly, Transport.TIMEOUT);
    }

    /** This with another patience. */
    public Target withTimeout(Duration other) {
        return new Target(root, strict, control, tokens, listener, config, readOnly, other);
    }

    /** Why nothing may be written; empty if it may. */
    public Optional<String> prohibition() {
        return readOnly
                ? Optional.of("--read-only was given")
                : config.has(ConfigKey.MAY_WRITE)
                        ? Optional.empty()
                        : Optional.of("may.write is false in the config file");
    }

    /** Whether this speaks as GitHub Enterprise Server 2.22, and not as github.com. */
    public boolean enterprise() {
        return root.getPath().endsWith(ENTERPRISE_ROOT);
    }

    /** The address of the server, without its root. */
    public String origin() {
        String whole = root.toString();
        return enterprise() ? whole.substring(0, whole.length() - ENTERPRISE_ROOT.length()) : whole;
    }

    /** Requests in somebody's name. */
    public TestClient client(FixtureIdentity who, Transport transport) {
        TestClient anonymous = TestClient.anonymous(root, transport);
        return who == FixtureIdentity.ANONYMOUS ? anonymous : anonymous.with("Authorization", "Bearer " + token(who));
    }

    /** The token of somebody; null for nobody. */
    public String token(FixtureIdentity who) {
        return tokens.getOrDefault(who, who.token());
    }

    /** The name under which reports show this. */
    @Override
    public String toString() {
        return root.toString();
    }
}
