package dev.hubtwin.internal.signin;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The sign-ins of a world that have begun. Of each sort the last thousand are kept; older ones are forgotten. */
public final class SignIns {

    /** How many codes of browsers are kept, and as many of devices. */
    public static final int MOST = 1_000;

    private final Runnable changing;
    private final Map<String, AuthorizationCode> codes = bounded();
    private final Map<String, DeviceAuthorization> devices = bounded();
    private final Map<String, String> deviceCodes = bounded();

    /** None yet; {@code changing} hears of every change before it is made. */
    public SignIns(Runnable changing) {
        this.changing = changing;
    }

    private static <V> Map<String, V> bounded() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > MOST;
            }
        };
    }

    /** Keeps a code until it is redeemed. */
    public synchronized void add(AuthorizationCode code) {
        changing.run();
        codes.put(code.code(), code);
    }

    /** Gives a code away, once: whoever presents it, and whether or not it is still good. */
    public synchronized Optional<AuthorizationCode> redeem(String code) {
        changing.run();
        return Optional.ofNullable(codes.remove(code));
    }

    /** Keeps the codes of a device. */
    public synchronized void add(DeviceAuthorization device) {
        changing.run();
        devices.put(device.deviceCode(), device);
        deviceCodes.put(device.userCode(), device.deviceCode());
    }

    /**
     * What a device learns when it asks.
     *
     * @param device as it was decided on
     * @param hasty whether it asked too soon
     */
    public record Inquiry(DeviceAuthorization device, boolean hasty) {}

    /** Answers a device that asks; if it asks in time and its user has decided, its codes are used up. */
    public synchronized Optional<Inquiry> inquire(String deviceCode, String clientId, Instant now) {
        DeviceAuthorization device = devices.get(deviceCode);
        if (device == null || !device.clientId().equals(clientId)) {
            return Optional.empty();
        }
        changing.run();
        boolean hasty = device.isHasty(now);
        if (!hasty && device.decision() != DeviceAuthorization.Decision.PENDING) {
            devices.remove(deviceCode);
            deviceCodes.remove(device.userCode());
            return Optional.of(new Inquiry(device, false));
        }
        DeviceAuthorization asked = device.asked(now);
        devices.put(deviceCode, asked);
        return Optional.of(new Inquiry(asked, hasty));
    }

    /** The device whose user enters a code, in any case and with any separator. */
    public synchronized Optional<DeviceAuthorization> device(String userCode) {
        return Optional.ofNullable(deviceCodes.get(plain(userCode))).map(devices::get);
    }

    /** Changes a device, if it is still there and nobody has decided on it. */
    public synchronized boolean decide(DeviceAuthorization device, UnaryOperator<DeviceAuthorization> decision) {
        DeviceAuthorization known = devices.get(device.deviceCode());
        if (known == null || known.decision() != DeviceAuthorization.Decision.PENDING) {
            return false;
        }
        changing.run();
        devices.put(known.deviceCode(), decision.apply(known));
        return true;
    }

    /** Everything that is kept, the oldest first. */
    public synchronized Pending pending() {
        return new Pending(List.copyOf(codes.values()), List.copyOf(devices.values()));
    }

    /** Keeps what was kept elsewhere. */
    public synchronized void restore(Pending pending) {
        pending.codes().forEach(this::add);
        pending.devices().forEach(this::add);
    }

    /** The sign-ins of browsers and of devices that have begun, each the oldest first. */
    public record Pending(List<AuthorizationCode> codes, List<DeviceAuthorization> devices) {}

    private static String plain(String userCode) {
        String letters = userCode.replaceAll("[^A-Za-z]", "").toUpperCase(Locale.ROOT);
        return letters.length() == 8 ? letters.substring(0, 4) + "-" + letters.substring(4) : letters;
    }
}
