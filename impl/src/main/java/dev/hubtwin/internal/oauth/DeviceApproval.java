package dev.hubtwin.internal.oauth;

import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.signin.DeviceAuthorization;
import dev.hubtwin.internal.signin.DeviceAuthorization.Decision;
import dev.hubtwin.internal.signin.SignIns;
import java.time.Instant;

/** What a user decides on the device whose code they enter. */
public final class DeviceApproval {

    private DeviceApproval() {}

    /**
     * Decides on a device.
     *
     * @param userCode as it was entered; null if none was
     * @param user who decides
     * @throws ApiException 422 if no device waits with that code
     */
    public static void decide(SignIns signIns, String userCode, long user, boolean denied, Instant now) {
        Decision decision = denied ? Decision.DENIED : Decision.APPROVED;
        DeviceAuthorization device = signIns.device(userCode == null ? "" : userCode)
                .filter(found -> found.isGood(now))
                .orElseThrow(DeviceApproval::unknown);
        if (!signIns.decide(device, waiting -> waiting.decided(decision, user))) {
            throw unknown();
        }
    }

    private static ApiException unknown() {
        return ApiException.of(422, "No device waits with this code; it may have expired.");
    }
}
