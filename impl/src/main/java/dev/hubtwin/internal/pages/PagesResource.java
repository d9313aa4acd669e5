package dev.hubtwin.internal.pages;

import dev.hubtwin.internal.control.api.PagesApi;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.oauth.AuthorizationRequest.Misdirected;
import dev.hubtwin.internal.oauth.AuthorizationRequest.Parameters;
import dev.hubtwin.internal.world.account.Organization;
import java.util.List;
import java.util.Optional;

/** The operations of the tag {@code pages}. */
public final class PagesResource implements PagesApi {

    private static final String CANCEL = "cancel";

    private final RequestContext exchange;
    private final FormToken seal;
    private final PageUser visitor;

    public PagesResource(RequestContext exchange) {
        this.exchange = exchange;
        this.seal = new FormToken(exchange.server().key());
        this.visitor = new PageUser(exchange);
    }

    @Override
    public ShowWorldResponse showWorld(String known) {
        if (!exchange.path().endsWith("/")) {
            return new ShowWorldResponse.Found("_twin/"); // below the root that the request was sent to
        }
        WorldPage page = WorldPage.PAGE;
        return page.isIn(known)
                ? new ShowWorldResponse.NotModified(page.tag())
                : new ShowWorldResponse.Ok(page.text(), page.tag());
    }

    @Override
    public GetStyleResponse getStyle(String known) {
        WorldPage style = WorldPage.STYLE;
        return style.isIn(known)
                ? new GetStyleResponse.NotModified(style.tag())
                : new GetStyleResponse.Ok(style.text(), style.tag());
    }

    @Override
    public GetScriptResponse getScript(String script, String known) {
        WorldPage module = WorldPage.script(script);
        return module.isIn(known)
                ? new GetScriptResponse.NotModified(module.tag())
                : new GetScriptResponse.Ok(module.text(), module.tag());
    }

    @Override
    public NewAppResponse newApp(String state) {
        return new NewAppResponse.Ok(new AppPages(visitor, Optional.empty()).paste(state));
    }

    @Override
    public NewOrganizationAppResponse newOrganizationApp(String org, String state) {
        return new NewOrganizationAppResponse.Ok(new AppPages(visitor, named()).paste(state));
    }

    @Override
    public ReviewAppResponse reviewApp(String state, String manifest) {
        return new ReviewAppResponse.Ok(new AppCreationPage(visitor, seal, Optional.empty()).review(manifest, state));
    }

    @Override
    public ReviewOrganizationAppResponse reviewOrganizationApp(String org, String state, String manifest) {
        return new ReviewOrganizationAppResponse.Ok(
                new AppCreationPage(visitor, seal, named()).review(manifest, state));
    }

    @Override
    public CreateAppResponse createApp(String token, String user, String controlToken) {
        visitor.requireToken(controlToken);
        return new CreateAppResponse.Found(new AppCreationPage(visitor, seal, Optional.empty()).confirm(token, user));
    }

    @Override
    public CreateOrganizationAppResponse createOrganizationApp(
            String org, String token, String user, String controlToken) {
        visitor.requireToken(controlToken);
        return new CreateOrganizationAppResponse.Found(
                new AppCreationPage(visitor, seal, named()).confirm(token, user));
    }

    @Override
    public NewInstallationResponse newInstallation(String appSlug, String user, String account, String state) {
        return new NewInstallationResponse.Ok(
                new InstallationPage(visitor, seal, appSlug).choose(user, account, state));
    }

    @Override
    public InstallResponse install(
            String appSlug, String token, String selection, List<String> repository, String more, String controlToken) {
        visitor.requireToken(controlToken);
        RepositoryPicker asked = new RepositoryPicker(selection, repository, more);
        InstallationPage.Done done = new InstallationPage(visitor, seal, appSlug).install(token, asked);
        return done.onward()
                .<InstallResponse>map(InstallResponse.Found::new)
                .orElseGet(() -> new InstallResponse.Ok(done.page()));
    }

    @Override
    public AuthorizeResponse authorize(
            String clientId,
            String redirectUri,
            String scope,
            String state,
            String codeChallenge,
            String codeChallengeMethod,
            String login) {
        Parameters asked = new Parameters(clientId, redirectUri, scope, state, codeChallenge, codeChallengeMethod);
        try {
            return new AuthorizeResponse.Ok(new AuthorizationPage(visitor, seal).ask(asked, login));
        } catch (Misdirected elsewhere) {
            return new AuthorizeResponse.Found(elsewhere.location());
        }
    }

    @Override
    public DecideAuthorizationResponse decideAuthorization(
            String token, String user, String decision, String controlToken) {
        visitor.requireToken(controlToken);
        return new DecideAuthorizationResponse.Found(
                new AuthorizationPage(visitor, seal).decide(token, user, CANCEL.equals(decision)));
    }

    @Override
    public EnterDeviceCodeResponse enterDeviceCode(String userCode) {
        return new EnterDeviceCodeResponse.Ok(new DevicePage(visitor, seal).ask(userCode));
    }

    @Override
    public DecideDeviceResponse decideDevice(
            String token, String userCode, String user, String decision, String controlToken) {
        visitor.requireToken(controlToken);
        return new DecideDeviceResponse.Ok(
                new DevicePage(visitor, seal).decide(token, userCode, user, CANCEL.equals(decision)));
    }

    private Optional<Organization> named() {
        return Optional.of(exchange.named().organization());
    }
}
