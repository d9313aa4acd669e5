package dev.hubtwin.internal.contract.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.http.TestClient;

/** Steps of the scenarios about what is delivered to webhooks. */
public record DeliverySteps(Fixture fixture) {

    private static final int LOOKS = 100_000;

    /** Waits until nothing waits to be delivered. */
    public void settle() {
        for (int looks = 0; looks < LOOKS; looks++) {
            if (fixture.control()
                    .get("/deliveries?status=queued")
                    .is(200)
                    .json()
                    .isEmpty()) {
                return;
            }
        }
        throw new AssertionError("deliveries wait still");
    }

    /** Returns the deliveries to a webhook, when all have an outcome. */
    public JsonNode of(TestClient manager, String hook) {
        settle();
        return manager.get(hook + "/deliveries").is(200).json();
    }

    /** Returns the last delivery to a webhook, whole, when all have an outcome. */
    public JsonNode last(TestClient manager, String hook) {
        return manager.get(hook + "/deliveries/" + of(manager, hook).at("/0/id"))
                .is(200)
                .json();
    }
}
