package dev.hubtwin.internal.contract.runner;

import dev.hubtwin.internal.contract.config.TargetConfig;
import java.net.URI;
import java.util.Optional;

/**
 * The options of a run.
 *
 * @param base the root of the server, without a slash at its end
 * @param config what the server has
 * @param arrangesWorlds whether worlds are made where there is a control API
 * @param checksConfig whether a server is asked about the config before anything runs
 * @param controlToken the token that a twin's control API demands
 * @param strict whether what the description does not know is a failure; empty: for a twin only
 * @param readOnly whether nothing but GET, HEAD and OPTIONS may be sent
 * @param selection the scenarios
 * @param threads how many scenarios run at once; empty: four parts of contracts that have worlds of their own, and one
 *     scenario on another server
 * @param seed the seed of the generated requests
 * @param policy what comes of failures
 */
public record RunOptions(
        URI base,
        TargetConfig config,
        boolean arrangesWorlds,
        boolean checksConfig,
        Optional<String> controlToken,
        Optional<Boolean> strict,
        boolean readOnly,
        ScenarioSelection selection,
        Optional<Integer> threads,
        Optional<Long> seed,
        FailurePolicy policy) {}
