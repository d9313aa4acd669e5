package dev.hubtwin.internal.pages;

import dev.hubtwin.internal.apps.AppKeys;
import dev.hubtwin.internal.apps.Manifest;
import dev.hubtwin.internal.apps.ManifestConversion;
import dev.hubtwin.internal.exchange.RequestContext;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.rest.HtmlPage;
import dev.hubtwin.internal.rest.HttpUrls;
import dev.hubtwin.internal.rest.RandomTokens;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Account;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.account.User;
import dev.hubtwin.internal.world.app.ManifestCode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The way of a manifest: it is looked at, confirmed, and leaves as a code. It becomes an organization's app, or the own
 * one of the user who confirms.
 */
record AppCreationPage(PageUser visitor, FormToken seal, Optional<Organization> organization) {

    private static final int CODE_DIGITS = 40;

    /**
     * The page that shows a manifest.
     *
     * @param text null if none was sent
     * @param state comes back with the code; null if there is none
     * @throws ApiException 422, with the form to mend it, if it could not become an app, or the browser could not be
     *     sent back
     */
    String review(String text, String state) {
        return review(text, state, "");
    }

    private String review(String text, String state, String alert) {
        AppPages pages = new AppPages(visitor, organization);
        try {
            Manifest manifest = judged(exchange().world(), text == null ? "" : text, this::mayOwn);
            String token =
                    seal.seal(purpose(), Arrays.asList(text, state), exchange().system());
            return pages.review(manifest, alert, token);
        } catch (ApiException refusal) {
            throw ApiException.page(refusal.status(), pages.refused(refusal, text, state));
        }
    }

    /**
     * Takes a manifest in.
     *
     * @param token as the page had it
     * @param login the user who confirms
     * @return where the browser goes, with the code
     * @throws ApiException 403 if the token is not good; 403 or 422, with the page again, if the user may not, or there
     *     is none; 422 as {@link #review}
     */
    String confirm(String token, String login) {
        List<String> sealed = seal.open(purpose(), token, exchange().system());
        try {
            return confirm(sealed.get(0), sealed.get(1), login);
        } catch (ApiException refusal) {
            throw ApiException.page(refusal.status(), review(sealed.get(0), sealed.get(1), HtmlPage.alert(refusal)));
        }
    }

    private String confirm(String manifest, String state, String login) {
        String code = RandomTokens.hex(CODE_DIGITS);
        String address = exchange()
                .change(
                        named -> accept(named.world(), manifest, login, code),
                        (world, accepted) -> back(judged(world, accepted.manifest(), this::mayOwn), code, state));
        AppKeys.prepare();
        return address;
    }

    private Change<ManifestCode> accept(World world, String manifest, String login, String code) {
        Account owner = PageUser.owner(world, organization, PageUser.user(world, login));
        judged(world, manifest, account -> account.id() == owner.id());
        return ManifestConversion.accept(
                world, owner.id(), manifest, code, exchange().now());
    }

    private static String back(Manifest manifest, String code, String state) {
        String address = HttpUrls.read(manifest.redirectUrl()).orElseThrow();
        return HttpUrls.with(HttpUrls.with(address, "code", code), "state", state);
    }

    /** Whether an account could be the owner's: of an own app, any user's, for who confirms is not known yet. */
    private boolean mayOwn(Account account) {
        return organization.map(of -> of.id() == account.id()).orElse(account instanceof User);
    }

    private static Manifest judged(World world, String text, Predicate<Account> owner) {
        Manifest manifest = ManifestConversion.judge(world, text, owner);
        if (HttpUrls.read(manifest.redirectUrl()).isEmpty()) {
            throw ApiException.validationFailed(List.of("Redirect url must be a valid URL"));
        }
        return manifest;
    }

    private List<String> purpose() {
        return List.of(
                "create",
                exchange().hostedWorld().name(),
                organization.map(of -> Long.toString(of.id())).orElse("own"));
    }

    private RequestContext exchange() {
        return visitor.exchange();
    }
}
