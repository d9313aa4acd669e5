package dev.hubtwin.seed;

import dev.hubtwin.internal.control.model.StateContentType;
import dev.hubtwin.internal.control.model.StateLevel;
import java.util.Map;
import java.util.function.Consumer;

/** A GitHub App, and where it is installed. */
public final class AppSeed extends NumberedSeed<AppSeed> {

    AppSeed(String slug, String owner) {
        with("slug", slug);
        with("owner", owner);
    }

    /** The name for people; without it, the slug. */
    public AppSeed name(String name) {
        return with("name", name);
    }

    /** Only its owner may install it. */
    public AppSeed isPrivate() {
        return with("public", false);
    }

    /** The RSA key that it signs with, in PEM; without it, one is made when it is first needed. */
    public AppSeed key(String pem) {
        return with("private_key", pem);
    }

    /** What it shows in place of a user. */
    public AppSeed client(String clientId, String clientSecret) {
        return with("client_id", clientId).with("client_secret", clientSecret);
    }

    /** Where its events go as JSON, signed. */
    public AppSeed webhook(String url, String secret) {
        return with("webhook", Map.of("url", url, "secret", secret, "content_type", StateContentType.JSON));
    }

    /** What it may do where it is installed. */
    public AppSeed permission(String name, StateLevel level) {
        return put("permissions", name, level);
    }

    /** What it hears of. */
    public AppSeed events(String... events) {
        return add("events", (Object[]) events);
    }

    /** It is installed on an account, with all repositories, and all that it asks for. */
    public AppSeed installedOn(String account) {
        return installedOn(account, installation -> {});
    }

    /** It is installed on an account; {@code more} tells how. */
    public AppSeed installedOn(String account, Consumer<InstallationSeed> more) {
        return add("installations", new InstallationSeed(account), more);
    }
}
