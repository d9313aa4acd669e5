package dev.hubtwin.internal.recovery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.internal.delivery.DeliveryDeed;
import dev.hubtwin.internal.faults.FaultDeed;
import dev.hubtwin.internal.hosting.HostedWorld;
import dev.hubtwin.internal.hosting.TimeDeed;
import dev.hubtwin.internal.jetty.JerseyApplication;
import dev.hubtwin.internal.journal.Entry;
import dev.hubtwin.internal.journal.LogWriter;
import dev.hubtwin.internal.pipeline.RequestDeed;
import dev.hubtwin.internal.pipeline.TwinRootResolver;
import dev.hubtwin.internal.recording.Recording;

/**
 * Does once more what a log tells of a world: with the rules that did it first, at the same moments, with the same
 * draws. What answers otherwise than it did is not accepted.
 */
public final class Replay {

    private static final ObjectMapper JSON = json();

    private final JerseyApplication application;
    private final TwinRootResolver roots;
    private final String version;

    /** Does it by the rules of this program, which has a version. */
    public Replay(JerseyApplication application, TwinRootResolver roots, String version) {
        this.application = application;
        this.roots = roots;
        this.version = version;
    }

    private static ObjectMapper json() {
        ObjectMapper json = LogWriter.json().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        json.registerSubtypes(RequestDeed.class, TimeDeed.class, DeliveryDeed.class, FaultDeed.class);
        return json;
    }

    /**
     * Does to a world what an entry tells.
     *
     * @param number that of the entry
     * @throws IllegalStateException if another version did it, or it does not come to the same; the message says what
     *     to do
     */
    void apply(HostedWorld world, long number, String text) {
        Entry entry = entry(world, number, text);
        try {
            Recording.again(entry.at(), entry.draws()).during(() -> {
                apply(world, entry);
                return null;
            });
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "entry " + number + " of the world " + world.name() + " cannot be done again: " + e.getMessage(),
                    e);
        }
    }

    private Entry entry(HostedWorld world, long number, String text) {
        try {
            JsonNode tree = JSON.readTree(text);
            String by = tree.path("version").asText();
            if (!by.equals(version)) {
                throw new IllegalStateException("the world " + world.name() + " was changed last by hubtwin " + by
                        + ", which was not stopped cleanly; have that version start and stop once with the same"
                        + " --data, or run its \"hubtwin data compact\", and then start " + version);
            }
            return JSON.treeToValue(tree, Entry.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("entry " + number + " of the world " + world.name() + " cannot be read", e);
        }
    }

    private void apply(HostedWorld world, Entry entry) {
        if (entry.deed() instanceof RequestDeed request) {
            int status = application.replay(roots.replayed(request.head(), world), request.replayed());
            if (status != request.status()) {
                throw new IllegalStateException("it was answered " + request.status() + ", and now " + status);
            }
        } else if (entry.deed() instanceof TimeDeed time) {
            world.at(entry.at(), time.links());
        } else if (entry.deed() instanceof DeliveryDeed delivery) {
            world.runtime().deliveries().restore(delivery);
        } else if (entry.deed() instanceof FaultDeed fault) {
            world.runtime().faults().restore(fault);
        }
    }
}
