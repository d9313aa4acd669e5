package dev.hubtwin;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.client.control.model.Fault;
import dev.hubtwin.client.control.model.FaultCreate;
import dev.hubtwin.internal.control.FaultParser;
import dev.hubtwin.internal.control.FaultViews;
import dev.hubtwin.internal.faults.Faults;
import dev.hubtwin.internal.openapi.ApiDescription;
import java.util.List;
import java.util.function.Consumer;

/** The faults of a world: what goes wrong on purpose. */
public final class TwinFaults {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final WorldHandle handle;

    TwinFaults(WorldHandle handle) {
        this.handle = handle;
    }

    /**
     * Adds a fault, such as {@code faults().add(fault -> fault.operations("orgs/get").status(429).times(1))}.
     *
     * @param details fills in the fault
     * @return the id of the fault
     * @throws IllegalArgumentException if the parts of the fault do not go together, or if a chosen operation never
     *     answers with its status, or if there are 1,000 faults
     */
    public long add(Consumer<FaultBuilder> details) {
        FaultBuilder builder = new FaultBuilder();
        details.accept(builder);
        return add(builder.build());
    }

    /**
     * Adds a fault as {@code POST /_twin/faults} takes it.
     *
     * @return the id of the fault
     * @throws IllegalArgumentException as {@link #add(Consumer)}
     */
    public long add(FaultCreate fault) {
        var form = ControlModels.toServer(fault, dev.hubtwin.internal.control.model.FaultCreate.class);
        return handle.alone(() -> {
            ApiDescription.control()
                    .operation("control/add-fault")
                    .orElseThrow()
                    .body()
                    .orElseThrow()
                    .require(JSON.valueToTree(form));
            return faults().add(FaultParser.read(form, ApiDescription.github())).id();
        });
    }

    /** Returns the faults, and how often each has struck, in the order in which they were added. */
    public List<Fault> all() {
        return faults().all().stream()
                .map(fault -> ControlModels.toClient(FaultViews.fault(fault), Fault.class))
                .toList();
    }

    /** Removes the fault with an id, and returns whether there was one. */
    public boolean remove(long id) {
        return handle.alone(() -> faults().remove(id));
    }

    /** Removes all faults. */
    public void clear() {
        handle.alone(() -> {
            faults().clear();
            return null;
        });
    }

    private Faults faults() {
        return handle.runtime().faults();
    }
}
