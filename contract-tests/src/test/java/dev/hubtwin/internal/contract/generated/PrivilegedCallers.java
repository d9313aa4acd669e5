package dev.hubtwin.internal.contract.generated;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hubtwin.internal.contract.config.FixtureIdentity;
import dev.hubtwin.internal.contract.http.ForgeableJwt;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Who may do most in the world of the fixture. */
public final class PrivilegedCallers {

    private PrivilegedCallers() {}

    /** What their {@code Authorization} says: owners of organizations, an app, and its client. */
    public static List<String> authorizations() {
        String client = Base64.getEncoder().encodeToString("Iv1.pilotpilotpilot1:pilot-secret".getBytes(UTF_8));
        return Stream.concat(
                        Stream.of(
                                        FixtureIdentity.OWNER,
                                        FixtureIdentity.ANNA,
                                        FixtureIdentity.GRETA,
                                        FixtureIdentity.WADE)
                                .map(who -> "Bearer " + who.token()),
                        Stream.of("Bearer " + ForgeableJwt.pilot().text(), "Basic " + client))
                .toList();
    }
}
