package dev.hubtwin.internal.exchange;

import dev.hubtwin.internal.auth.Caller;
import dev.hubtwin.internal.rest.Links;
import dev.hubtwin.internal.world.World;

/** Makes views that depend on who looks. */
public interface ViewFactory<V> {

    /** Views of a state of the world, with the URLs of a request, as its caller sees it. */
    V of(World world, Links links, Caller caller);
}
