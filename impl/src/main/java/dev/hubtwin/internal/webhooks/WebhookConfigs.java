package dev.hubtwin.internal.webhooks;

import dev.hubtwin.internal.api.model.WebhookConfigCreate;
import dev.hubtwin.internal.api.model.WebhookConfigReplacement;
import dev.hubtwin.internal.api.model.WebhookConfigUpdate;
import dev.hubtwin.internal.world.hook.Hook;

/** Where and how a webhook is delivered, as requests say it. */
public final class WebhookConfigs {

    private WebhookConfigs() {}

    static Hook.Delivery made(WebhookConfigCreate config) {
        return new Hook.Delivery(config.url(), config.contentType(), some(config.secret()), flag(config.insecureSsl()));
    }

    /** Without a secret it is removed (R118). */
    static Hook.Delivery replaced(Hook.Delivery old, WebhookConfigReplacement config) {
        return new Hook.Delivery(
                config.url(),
                or(config.contentType(), old.contentType()),
                some(config.secret()),
                config.insecureSsl() == null ? old.insecureSsl() : flag(config.insecureSsl()));
    }

    /** Whatever is absent stays as it was, the secret too. */
    public static Hook.Delivery updated(Hook.Delivery old, WebhookConfigUpdate config) {
        return new Hook.Delivery(
                or(config.url(), old.url()),
                or(config.contentType(), old.contentType()),
                config.secret() == null ? old.secret() : some(config.secret()),
                config.insecureSsl() == null ? old.insecureSsl() : flag(config.insecureSsl()));
    }

    private static String or(String given, String old) {
        return given == null ? old : given;
    }

    private static String some(String secret) {
        return secret == null || secret.isEmpty() ? null : secret;
    }

    /** One, as a number or a text, switches verification off; nothing else does (R113). */
    private static String flag(Object insecure) {
        boolean off = insecure instanceof Number number ? number.doubleValue() == 1 : insecure.equals("1");
        return off ? "1" : "0";
    }
}
