package dev.hubtwin.internal.delivery;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Arrays;
import java.util.Set;

/**
 * Where a server listens itself.
 *
 * @param bound the address, which may be the one that stands for all of this machine
 * @param ports the ports at it
 */
public record OwnListeners(InetAddress bound, Set<Integer> ports) {

    /** Nowhere. */
    static final OwnListeners NONE = new OwnListeners(InetAddress.getLoopbackAddress(), Set.of());

    /** Whether a connection to one of the addresses, at a port, would be answered by the server itself. */
    boolean isAmong(InetAddress[] addresses, int port) {
        return ports.contains(port) && Arrays.stream(addresses).anyMatch(this::isBound);
    }

    /** A connection to the address that stands for all of them goes to this machine. */
    private boolean isBound(InetAddress address) {
        return address.equals(bound)
                || address.isAnyLocalAddress()
                || bound.isAnyLocalAddress() && isOfThisMachine(address);
    }

    private static boolean isOfThisMachine(InetAddress address) {
        try {
            return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) { // nobody can tell; refusing one delivery too many is the smaller harm
            return true;
        }
    }
}
