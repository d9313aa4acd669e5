package dev.hubtwin.internal.contract.config;

import java.net.URI;

/**
 * Asks a server whether a config matches it. Nothing is asked but what is configured, and nothing is changed.
 *
 * @param root without a slash at its end
 * @param readOnly whether nothing but GET may be sent; the config may forbid more, too
 */
public record ConfigCheck(URI root, TargetConfig config, boolean readOnly) {

    /** Asks the server. */
    public ConfigVerdict verdict() {
        ConfigVerdict verdict = new ConfigVerdict();
        ServerInquiry server = new ServerInquiry(root);
        TokenCheck tokens = new TokenCheck(server, config, verdict);
        tokens.run();
        new RoleCheck(server, config, verdict, tokens).run();
        new AppCheck(server, config, verdict, readOnly || !config.has(ConfigKey.MAY_WRITE)).run();
        new AlertCheck(server, config, verdict, tokens).run();
        return verdict;
    }
}
