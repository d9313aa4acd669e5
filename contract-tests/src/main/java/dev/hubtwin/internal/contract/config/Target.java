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
 * @param strict whether it must keep to the description to the letter: no undescribed member, every URL at its root
 * @param control the control API that restores the fixture, if there is one
 * @param tokens the tokens that differ from the fixture
 * @param listener receives every exchange
 * @param config what it has for portable scenarios
 * @param readOnly whether nothing but GET, HEAD and OPTIONS may be sent to it; the config may forbid more too
 * @param timeout how long an answer may take
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

    /**
     * Makes a target with the config of {@code fixture.yaml}, which may be written to and has ten seconds for an
     * answer.
     */
    public Target(
            URI root,
            boolean strict,
            Optional<ControlClient> control,
            Map<FixtureIdentity, String> tokens,
            ExchangeListener watch) {
        this(root, strict, control, tokens, watch, TargetConfig.FIXTURE, false, Transport.TIMEOUT);
    }

    /** Makes a target without a control API. */
    public static Target of(URI root, boolean strict, TargetConfig names, boolean readOnly, ExchangeListener watch) {
        return new Target(root, strict, Optional.empty(), Map.of(), watch, names, readOnly, Transport.TIMEOUT);
    }

    /** Returns this target with another timeout. */
    public Target withTimeout(Duration other) {
        return new Target(root, strict, control, tokens, listener, config, readOnly, other);
    }

    /** Returns why nothing may be written; empty if it may. */
    public Optional<String> prohibition() {
        return readOnly
                ? Optional.of("--read-only was given")
                : config.has(ConfigKey.MAY_WRITE)
                        ? Optional.empty()
                        : Optional.of("may.write is false in the config file");
    }

    /** Whether this is GitHub Enterprise Server 2.22 and not github.com. */
    public boolean enterprise() {
        return root.getPath().endsWith(ENTERPRISE_ROOT);
    }

    /** Returns the URL of the server, without the root of the API. */
    public String origin() {
        String whole = root.toString();
        return enterprise() ? whole.substring(0, whole.length() - ENTERPRISE_ROOT.length()) : whole;
    }

    /** Returns a client in somebody's name. */
    public TestClient client(FixtureIdentity who, Transport transport) {
        TestClient anonymous = TestClient.anonymous(root, transport);
        return who == FixtureIdentity.ANONYMOUS ? anonymous : anonymous.with("Authorization", "Bearer " + token(who));
    }

    /** Returns the token of somebody; null for anonymous. */
    public String token(FixtureIdentity who) {
        return tokens.getOrDefault(who, who.token());
    }

    /** Returns the name in reports. */
    @Override
    public String toString() {
        return root.toString();
    }
}
