package dev.hubtwin;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hubtwin.internal.control.FaultParser;
import dev.hubtwin.internal.control.FaultViews;
import dev.hubtwin.internal.control.model.Fault;
import dev.hubtwin.internal.control.model.FaultCreate;
import dev.hubtwin.internal.faults.Faults;
import dev.hubtwin.internal.openapi.ApiDescription;
import java.util.List;
import java.util.function.Consumer;

/** What goes wrong in a world, on purpose. */
public final class TwinFaults {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final WorldHandle held;

    TwinFaults(WorldHandle held) {
        this.held = held;
    }

    /**
     * Sets a fault: {@code faults().add(fault -> fault.operations("orgs/get").status(429).times(1))}.
     *
     * @return its id
     * @throws IllegalArgumentException if its parts do not go together, or an operation that it chooses never answers
     *     so
     */
    public long add(Consumer<FaultBuilder> telling) {
        FaultBuilder plan = new FaultBuilder();
        telling.accept(plan);
        return add(plan.form());
    }

    /** The same, as the control API takes it. */
    public long add(FaultCreate form) {
        return WorldHandle.clearly(() -> {
            ApiDescription.control()
                    .operation("control/add-fault")
                    .orElseThrow()
                    .body()
                    .orElseThrow()
                    .require(JSON.valueToTree(form));
            return faults().add(FaultParser.read(form, ApiDescription.github())).id();
        });
    }

    /** Those that are set, with what they have done so far. */
    public List<Fault> all() {
        return faults().all().stream().map(FaultViews::fault).toList();
    }

    /** Removes one; says whether it was there. */
    public boolean remove(long id) {
        return faults().remove(id);
    }

    /** Removes all. */
    public void clear() {
        faults().clear();
    }

    private Faults faults() {
        return held.realm().runtime().faults();
    }
}
