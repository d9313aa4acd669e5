package dev.hubtwin.internal.delivery;

import dev.hubtwin.internal.world.Settings.DeliverTo;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;

/** Which addresses are near enough to be delivered to. It is the address that counts, however it was spelled. */
public final class AddressPolicy {

    private static final int UNIQUE_LOCAL = 0xfc;
    private static final int UNIQUE_LOCAL_BITS = 0xfe;

    private AddressPolicy() {}

    /** Whether a world that delivers to {@code where} delivers to the address. */
    static boolean admit(DeliverTo where, InetAddress address) {
        return switch (where) {
            case LOOPBACK -> address.isLoopbackAddress();
            case PRIVATE -> isNear(address);
            case ANY -> true;
        };
    }

    /** Loopback, and networks that belong to nobody; not link-local, where clouds hand out credentials. */
    private static boolean isNear(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address instanceof Inet6Address six && (six.getAddress()[0] & UNIQUE_LOCAL_BITS) == UNIQUE_LOCAL;
    }

    /**
     * Whether everybody on the Internet could know a host by this name or address. Nothing is resolved: a name counts
     * as public unless it says that it is not.
     */
    public static boolean isPublic(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        if (!name.contains(":") && !name.matches("[0-9.]+|0x.*")) {
            return name.contains(".") && !name.matches(".*\\.(localhost|local|internal|localdomain|home\\.arpa)");
        }
        try {
            InetAddress address = InetAddress.getByName(host); // a literal: nobody is asked
            return !isNear(address)
                    && !address.isLinkLocalAddress()
                    && !address.isAnyLocalAddress()
                    && !address.isMulticastAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** An address in words. */
    static String show(InetAddress... addresses) {
        return String.join(
                ", ", Arrays.stream(addresses).map(InetAddress::getHostAddress).toList());
    }
}
