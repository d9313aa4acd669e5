package dev.hubtwin.internal.forwarding;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** An ownership that a test decides about. */
public final class SwitchableOwnership implements Ownership {

    public static final ForwardingKey KEY =
            new ForwardingKey("a key that only the processes know!!".getBytes(US_ASCII));

    private final AtomicInteger asked = new AtomicInteger();
    private volatile IntFunction<Owner> owners = time -> new Nowhere();

    @Override
    public Owner owner() {
        return owners.apply(asked.getAndIncrement());
    }

    @Override
    public ForwardingKey key() {
        return KEY;
    }

    public void become(Owner owner) {
        become(time -> owner);
    }

    /** Owners by how often was asked since. */
    public void become(IntFunction<Owner> next) {
        asked.set(0);
        owners = next;
    }

    public void become(String url) {
        become(new Elsewhere(URI.create(url)));
    }
}
