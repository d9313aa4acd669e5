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
 */
public record DeliveryResult(Fate fate, Answer answer, Duration took, String error) {

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

    /** Returns about how many bytes it takes. */
    long bytes() {
        return answer == null ? 0 : answer.body().length() + HeaderSizes.bytes(answer.headers());
    }

    static DeliveryResult answered(Answer answer, Duration took) {
        return new DeliveryResult(answer.status() / 100 == 2 ? Fate.DELIVERED : Fate.FAILED, answer, took, null);
    }

    static DeliveryResult failed(String error, Duration took) {
        return new DeliveryResult(Fate.FAILED, null, took, error);
    }

    static DeliveryResult refused(String why) {
        return new DeliveryResult(Fate.REFUSED, null, null, why);
    }

    static DeliveryResult dropped(String why) {
        return new DeliveryResult(Fate.DROPPED, null, null, why);
    }
}
