package dev.hubtwin.internal.delivery;

import dev.hubtwin.internal.world.naming.WireName;
import java.time.Duration;
import java.util.Map;

/**
 * What became of a delivery.
 *
 * @param answer null if there was none
 * @param took how long it took; null if nothing was sent
 * @param error why there was no answer; null if there was one
 * @param late whether time was up before there was one
 */
public record DeliveryResult(Fate fate, Answer answer, Duration took, String error, boolean late) {

    /**
     * Delivered, if the answer was a 2xx; refused, if this world does not deliver there; dropped, if too much waited.
     */
    public enum Fate implements WireName {
        DELIVERED,
        FAILED,
        REFUSED,
        DROPPED
    }

    /**
     * What came back.
     *
     * @param body the beginning
     * @param truncated whether there is more
     */
    public record Answer(int status, Map<String, String> headers, String body, boolean truncated) {}

    private static final int TIMED_OUT = 504;
    private static final int UNREACHED = 502;

    /** Whether it was answered with a 2xx. */
    public boolean isSuccess() {
        return fate == Fate.DELIVERED;
    }

    /** Returns the status of the answer, or what GitHub gives for one; 0 if nothing was sent. */
    public int code() {
        if (answer != null) {
            return answer.status();
        }
        return fate != Fate.FAILED ? 0 : late ? TIMED_OUT : UNREACHED;
    }

    /** Says in GitHub's words what became of it; of what was not sent, why. */
    public String summary() {
        if (answer != null) {
            return isSuccess() ? "OK" : "Invalid HTTP Response: " + answer.status();
        }
        return fate != Fate.FAILED ? error : late ? "timed out" : "failed to connect to host";
    }

    /** Returns about how many bytes it takes. */
    long bytes() {
        return answer == null ? 0 : answer.body().length() + HeaderSizes.bytes(answer.headers());
    }

    static DeliveryResult answered(Answer answer, Duration took) {
        return new DeliveryResult(answer.status() / 100 == 2 ? Fate.DELIVERED : Fate.FAILED, answer, took, null, false);
    }

    static DeliveryResult failed(String error, Duration took) {
        return new DeliveryResult(Fate.FAILED, null, took, error, false);
    }

    static DeliveryResult late(String error, Duration took) {
        return new DeliveryResult(Fate.FAILED, null, took, error, true);
    }

    static DeliveryResult refused(String why) {
        return new DeliveryResult(Fate.REFUSED, null, null, why, false);
    }

    static DeliveryResult dropped(String why) {
        return new DeliveryResult(Fate.DROPPED, null, null, why, false);
    }
}
