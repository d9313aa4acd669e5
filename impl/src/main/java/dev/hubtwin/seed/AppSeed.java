package dev.hubtwin.seed;

import dev.hubtwin.client.control.model.StateLevel;
import java.util.Map;
import java.util.function.Consumer;

/** A GitHub App, and the accounts it is installed on. */
public final class AppSeed extends NumberedSeed<AppSeed> {

    AppSeed(String slug, String owner) {
        with("slug", slug);
        with("owner", owner);
    }

    /** Sets the display name, which no other app may have. Default: the slug. */
    public AppSeed name(String name) {
        return with("name", name);
    }

    /** Makes the app private: only its owner may see and install it (R152). Default: public. */
    public AppSeed privateApp() {
        return with("public", false);
    }

    /**
     * Sets the RSA key by which the app signs its JSON web tokens (R124). Default: one is made when it is first needed.
     *
     * @param pem the private or the public key in PEM, PKCS#1 or PKCS#8
     */
    public AppSeed key(String pem) {
        return with("private_key", pem);
    }

    /** Sets the client id and the client secret of the app (R146). Default: both are derived from the slug. */
    public AppSeed client(String clientId, String clientSecret) {
        return with("client_id", clientId).with("client_secret", clientSecret);
    }

    /**
     * Sets where the browsers of users who sign in may be sent, the first by default. Default: to wherever the app
     * says.
     *
     * @param urls {@code http} or {@code https}
     */
    public AppSeed callbackUrls(String... urls) {
        return add("callback_urls", (Object[]) urls);
    }

    /** Lets the tokens of users who sign in be good for ever. Default: they end after eight hours. */
    public AppSeed keepUserTokens() {
        return with("expire_user_tokens", false);
    }

    /**
     * Sets the URL to which the events of the app are sent as JSON, and the secret that signs them (R112). Default:
     * they are sent nowhere.
     */
    public AppSeed webhook(String url, String secret) {
        return with("webhook", Map.of("url", url, "secret", secret, "content_type", "json"));
    }

    /** Adds a permission that the app asks for, such as {@code members}, and its level. Default: none. */
    public AppSeed permission(String name, StateLevel level) {
        return put("permissions", name, level);
    }

    /** Adds events that the app subscribes to, such as {@code organization}. Default: none. */
    public AppSeed events(String... events) {
        return add("events", (Object[]) events);
    }

    /** Installs the app on a user or an organization, with all repositories and all permissions it asks for. */
    public AppSeed installedOn(String account) {
        return installedOn(account, installation -> {});
    }

    /** Installs the app on a user or an organization; {@code details} fills in the installation. */
    public AppSeed installedOn(String account, Consumer<InstallationSeed> details) {
        return add("installations", new InstallationSeed(account), details);
    }
}
