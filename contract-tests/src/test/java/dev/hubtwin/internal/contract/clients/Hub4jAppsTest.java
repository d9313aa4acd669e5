package dev.hubtwin.internal.contract.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.TwinClock;
import dev.hubtwin.internal.contract.http.ForgeableJwt;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kohsuke.github.GHApp;
import org.kohsuke.github.GHAppFromManifest;
import org.kohsuke.github.GHAppInstallation;
import org.kohsuke.github.GHAppInstallationToken;
import org.kohsuke.github.GHFileNotFoundException;
import org.kohsuke.github.GHPermissionType;
import org.kohsuke.github.GHRepository;
import org.kohsuke.github.GHRepositorySelection;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.HttpException;
import org.kohsuke.github.authorization.AuthorizationProvider;
import org.kohsuke.github.authorization.ImmutableAuthorizationProvider;
import org.kohsuke.github.authorization.OrgAppInstallationAuthorizationProvider;
import org.kohsuke.github.extras.authorization.JWTTokenProvider;

/** hub4j's client, unmodified, as an app that signs its own JSON web tokens, at both roots. */
class Hub4jAppsTest extends Hub4jTestBase {

    @Test
    void knowsItselfAndItsInstallations() throws Exception {
        GHApp app = connect(pilot("4300")).getApp();
        assertEquals("Pilot 4300 4", app.getName() + " " + app.getId() + " " + app.getInstallationsCount());
        assertEquals(4300, connect(pilot("Iv1.pilotpilotpilot1")).getApp().getId(), "by its client id");
        assertEquals(
                List.of(601L, 602L, 603L, 604L),
                app.listInstallations().toList().stream()
                        .map(GHAppInstallation::getId)
                        .toList());
        GHAppInstallation quay = app.getInstallationByOrganization("QUAY");
        assertEquals(
                "quay all write",
                quay.getAccount().getLogin() + " "
                        + quay.getRepositorySelection().name().toLowerCase() + " "
                        + quay.getPermissions().get("contents").name().toLowerCase());
        assertEquals(602, app.getInstallationByUser("anna").getId());
        assertEquals(601, app.getInstallationByRepository("quay", "crane").getId());
        assertEquals(601, app.getInstallationByRepository("quay", "windlass").getId(), "it follows the redirection");
        assertEquals(
                GHRepositorySelection.SELECTED, app.getInstallationById(602).getRepositorySelection());
        assertThrows(GHFileNotFoundException.class, () -> app.getInstallationById(611));
    }

    @Test
    void makesNarrowTokens() throws Exception {
        GHAppInstallationToken made = connect(pilot("4300"))
                .getApp()
                .getInstallationById(601)
                .createToken()
                .repositories(List.of("crane"))
                .permissions(Map.of("issues", GHPermissionType.READ))
                .create();
        assertEquals(
                List.of("crane"),
                made.getRepositories().stream().map(GHRepository::getName).toList());
        assertEquals(Map.of("issues", "read"), made.getPermissions());
        GitHub github = connect(ImmutableAuthorizationProvider.fromAppInstallationToken(made.getToken()));
        List<GHRepository> reached = github.getInstallation().listRepositories().toList();
        assertEquals(
                List.of("crane"), reached.stream().map(GHRepository::getName).toList());
        assertThrows(GHFileNotFoundException.class, () -> github.getRepository("quay/shed"));
    }

    @Test
    @SuppressWarnings("deprecation") // what users of hub4j have
    void livesThroughTheEndOfATokenByMakingAnother() throws Exception {
        AuthorizationProvider provider = new OrgAppInstallationAuthorizationProvider("quay", pilot("4300"));
        GitHub github = connect(provider);
        ahead(Duration.ofMinutes(-58));
        assertEquals(3, github.getInstallation().listRepositories().toList().size());
        String first = provider.getEncodedAuthorization();
        ahead(Duration.ofMinutes(5));
        GitHub old =
                connect(ImmutableAuthorizationProvider.fromAppInstallationToken(first.substring("Bearer ".length())));
        assertEquals(
                401,
                assertThrows(HttpException.class, () -> old.getRepository("quay/crane"))
                        .getResponseCode());
        assertEquals("crane", github.getRepository("quay/crane").getName());
        String second = provider.getEncodedAuthorization();
        assertNotEquals(first, second);
        assertEquals(second, provider.getEncodedAuthorization(), "it keeps what is good for an hour");
    }

    @Test
    void isToldOfSuspensionAndEnd() throws Exception {
        GHAppInstallation cleo = connect(pilot("4300")).getApp().getInstallationById(603);
        assertEquals("cleo", cleo.getSuspendedBy().getLogin());
        HttpException refused =
                assertThrows(HttpException.class, () -> cleo.createToken().create());
        assertEquals(403, refused.getResponseCode());
        assertTrue(refused.getMessage().contains("suspended"), refused.getMessage());
        cleo.deleteInstallation();
        assertThrows(
                GHFileNotFoundException.class,
                () -> connect(pilot("4300")).getApp().getInstallationById(603));
    }

    @Test
    void turnsAManifestIntoAnApp() throws Exception {
        GitHub anna = connect(ImmutableAuthorizationProvider.fromOauthToken("ghp_anna"));
        GHAppFromManifest made = anna.createAppFromManifest("good-code");
        assertEquals("Harbour Master!", made.getName());
        assertTrue(made.getPem().startsWith("-----BEGIN RSA PRIVATE KEY-----"));
        assertTrue(made.getClientId().startsWith("Iv1."));
        assertEquals(40, made.getClientSecret().length());
        assertEquals(40, made.getWebhookSecret().length());
    }

    @Test
    void isToldThatItsKeyIsWrong() throws Exception {
        HttpException refused = assertThrows(
                HttpException.class,
                () -> connect(new JWTTokenProvider("4300", ForgeableJwt.pem("stranger")))
                        .getApp());
        assertEquals(401, refused.getResponseCode());
        assertTrue(refused.getMessage().contains("A JSON web token could not be decoded"), refused.getMessage());
    }

    private static AuthorizationProvider pilot(String issuer) throws GeneralSecurityException, IOException {
        return new JWTTokenProvider(issuer, ForgeableJwt.pem("first"));
    }

    private GitHub connect(AuthorizationProvider provider) throws IOException {
        return builder().withAuthorizationProvider(provider).build();
    }

    /** Has the world's clock run ahead of the machine's, or behind. */
    private void ahead(Duration by) {
        TwinClock clock = target.twin().world().clock();
        clock.system();
        clock.advance(by);
    }
}
