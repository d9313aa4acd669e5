package dev.hubtwin.internal.jetty;

import dev.hubtwin.internal.forwarding.Ownership;
import dev.hubtwin.internal.memory.ByteQuota;
import java.time.Duration;
import org.eclipse.jetty.server.Handler;

/**
 * What all requests that one server forwards have in common.
 *
 * @param served serves them if this process comes to own the twin
 * @param bodies what bodies that are kept take from; those are so short that it is nothing
 * @param patience how long one waits for an owner
 */
record ForwardingPlace(
        Handler served,
        Ownership ownership,
        OwnerClient client,
        HttpLimits limits,
        JsonErrorHandler errors,
        ByteQuota bodies,
        Duration patience) {}
