package dev.hubtwin.internal.contract.runner;

import dev.hubtwin.internal.contract.config.Target;
import dev.hubtwin.internal.contract.config.TargetConfig;
import dev.hubtwin.internal.contract.config.TargetProvider;
import dev.hubtwin.internal.contract.http.ExchangeListener;
import java.net.URI;
import java.util.List;

/**
 * A server without a control API, whose world all scenarios share.
 *
 * @param target the server
 */
public record ExternalTarget(Target target) implements TargetProvider.Source {

    /**
     * Makes the target at a root.
     *
     * @param root a slash at its end is dropped
     * @param strict whether conventions and undescribed members fail too
     * @param readOnly whether nothing may be written
     */
    public static ExternalTarget at(
            URI root, boolean strict, TargetConfig names, boolean readOnly, ExchangeListener watch) {
        return new ExternalTarget(
                Target.of(URI.create(root.toString().replaceFirst("/+$", "")), strict, names, readOnly, watch));
    }

    @Override
    public List<Target> targets() {
        return List.of(target);
    }

    @Override
    public boolean isShared() {
        return true;
    }
}
