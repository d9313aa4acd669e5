package dev.hubtwin.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.TwinWorld;
import dev.hubtwin.client.model.AppFromManifest;
import dev.hubtwin.client.model.AppPermissions;
import dev.hubtwin.client.model.Authorization;
import dev.hubtwin.client.model.HookDeliveryItem;
import dev.hubtwin.client.model.Installation;
import dev.hubtwin.client.model.InstallationRepository;
import dev.hubtwin.client.model.InstallationToken;
import dev.hubtwin.client.model.OauthAccessToken;
import dev.hubtwin.client.model.OauthDeviceCode;
import dev.hubtwin.client.model.PermissionReadWrite;
import dev.hubtwin.junit.HubtwinTest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every operation of apps and on them, with its answer. Each test is named for its tag. */
@HubtwinTest
class AppsClientTest {

    private static final String APP = "Iv1.twinappdemo";
    private static final String DASHBOARDS = "0a1b2c3d4e5f60718293";

    @Test
    void apps(TwinWorld world) {
        GitHubClient anybody = world.anonymous();
        assertEquals("Twin App", anybody.apps().getBySlug("twin-app").getName());
        AppFromManifest made = anybody.apps().createFromManifest("demo-code");
        assertEquals("olivia", made.getOwner().getLogin());
        AppsApi api = world.asApp("twin-app").apps();
        assertEquals(4242, api.getAuthenticated().getId());
        assertEquals("http://127.0.0.1:9/app", api.getWebhookConfig().getUrl());
        assertEquals(
                "form",
                api.updateWebhookConfig()
                        .contentType("form")
                        .secret("new")
                        .execute()
                        .getContentType());
        tokens(world);
        world.asApp("twin-app").installations().suspend(555);
        world.deliveries().await();
        HookDeliveryItem delivery =
                api.listWebhookDeliveries().perPage(1).stream().findFirst().orElseThrow();
        assertEquals("suspend", delivery.getAction());
        assertEquals(
                delivery.getGuid(), api.getWebhookDelivery(delivery.getId()).getGuid());
        api.redeliverWebhookDelivery(delivery.getId());
        DescribedOperations.assertAllSucceeded("apps", world);
    }

    private static void tokens(TwinWorld world) {
        AppsApi api = world.asClient(APP).apps();
        assertEquals(
                "olivia",
                api.checkToken(APP, "ghu_useruseruser").execute().getUser().getLogin());
        Authorization scoped = api.scopeToken(APP, "ghu_useruseruser")
                .target("acme")
                .repositories(List.of("widgets"))
                .permissions(AppPermissions.builder()
                        .issues(PermissionReadWrite.READ)
                        .build())
                .execute();
        assertTrue(scoped.getToken().startsWith("ghu_"));
        Authorization reset = api.resetToken(APP, scoped.getToken()).execute();
        assertNotEquals(scoped.getToken(), reset.getToken());
        api.deleteToken(APP, reset.getToken()).execute();
        assertThrows(
                NotFoundException.class,
                () -> api.checkToken(APP, reset.getToken()).execute());
        api.deleteAuthorization(APP, "ghu_useruseruser").execute();
        assertThrows(
                BadCredentialsException.class,
                () -> world.asToken("ghu_useruseruser").meta().getAuthenticated());
    }

    @Test
    void installations(TwinWorld world) {
        InstallationsApi app = world.asApp("twin-app").installations();
        assertEquals(List.of(555L, 556L), ids(app.list()));
        Installation installation = app.getById(555);
        assertEquals(installation, app.getForOrganization("acme"));
        assertEquals(installation, app.getForRepository("acme", "widgets"));
        assertEquals(installation, app.getForRepositoryById(1_296_269));
        assertEquals(556, app.getForUser("olivia").getId());
        assertEquals(0, app.listRequests().stream().count());
        InstallationToken token =
                app.createAccessToken(555).repositories(List.of("gears")).execute();
        InstallationsApi narrow = world.asToken(token.getToken()).installations();
        assertEquals(List.of("gears"), names(narrow.listRepositories()));
        narrow.revokeAccessToken();
        assertThrows(
                BadCredentialsException.class,
                () -> narrow.listRepositories().stream().count());
        users(world);
        app.suspend(555);
        assertTrue(app.getById(555).getSuspendedAt() != null);
        app.unsuspend(555);
        assertTrue(app.getById(555).getSuspendedAt() == null);
        app.delete(555);
        assertThrows(NotFoundException.class, () -> app.getById(555));
        DescribedOperations.assertAllSucceeded("installations", world);
    }

    private static void users(TwinWorld world) {
        InstallationsApi owner = world.asUser("olivia").installations();
        assertEquals(List.of(555L), ids(owner.listForOrganization("acme")));
        assertEquals(List.of(555L), ids(owner.listForOrganizationById(9001)));
        InstallationsApi user = world.asToken("ghu_useruseruser").installations();
        assertEquals(List.of(555L, 556L), ids(user.listForAuthenticatedUser()));
        assertEquals(List.of("notes"), names(user.listRepositoriesForAuthenticatedUser(556)));
        owner.addRepository(556, 1_296_274);
        assertEquals(List.of("notes", "dotfiles"), names(user.listRepositoriesForAuthenticatedUser(556)));
        owner.removeRepository(556, 1_296_274);
        assertEquals(List.of("notes"), names(user.listRepositoriesForAuthenticatedUser(556)));
    }

    private static List<Long> ids(Listing<Installation> installations) {
        return installations.stream().map(Installation::getId).toList();
    }

    private static List<String> names(Listing<InstallationRepository> repositories) {
        return repositories.stream().map(InstallationRepository::getName).toList();
    }

    @Test
    void oauth(TwinWorld world) {
        OauthApi api = world.anonymous().oauth();
        URI asked = URI.create(world.url() + "/login/oauth/authorize?client_id=" + DASHBOARDS + "&scope=user"
                + "&redirect_uri=http://localhost:3000/callback");
        String code = world.signIns().approve(asked, "mike").getQuery().replaceFirst("^code=([^&]*).*", "$1");
        OauthAccessToken token = api.createAccessToken()
                .clientId(DASHBOARDS)
                .clientSecret("demo-oauth-secret")
                .code(code)
                .execute();
        assertEquals("user", token.getScope());
        assertEquals(
                "mike",
                world.asToken(token.getAccessToken()).meta().getAuthenticated().getLogin());
        OauthDeviceCode device =
                api.createDeviceCode().clientId(DASHBOARDS).scope("user").execute();
        world.signIns().approveDevice(device.getUserCode(), "sofia");
        assertTrue(api.createAccessToken()
                .clientId(DASHBOARDS)
                .grantType("urn:ietf:params:oauth:grant-type:device_code")
                .deviceCode(device.getDeviceCode())
                .execute()
                .getAccessToken()
                .startsWith("gho_"));
        DescribedOperations.assertAllSucceeded("oauth", world);
    }
}
