package dev.hubtwin.internal.contract.runner;

import dev.hubtwin.internal.contract.config.TargetConfig;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * What is to be tested, and how.
 *
 * @param base the root of the server, without a slash at its end
 * @param names what the server has
 * @param arranges whether worlds are made where there is a control API
 * @param controlToken what a twin's control API demands
 * @param strict whether what the description does not know is a failure; empty: for a twin alone
 * @param readOnly whether nothing but GET, HEAD and OPTIONS may be sent
 * @param filters what leaves scenarios out
 * @param threads how many parts of contracts run at once, where each has a world of its own
 * @param seed where the drawing of generated requests begins
 */
record RunOptions(
        URI base,
        TargetConfig config,
        boolean arrangesWorlds,
        Optional<String> controlToken,
        Optional<Boolean> strict,
        boolean readOnly,
        List<PostDiscoveryFilter> filters,
        int threads,
        Optional<Long> seed) {}
