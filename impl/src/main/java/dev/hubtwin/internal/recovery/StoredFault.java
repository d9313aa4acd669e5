package dev.hubtwin.internal.recovery;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.internal.control.FaultParser;
import dev.hubtwin.internal.control.FaultViews;
import dev.hubtwin.internal.control.model.FaultCreate;
import dev.hubtwin.internal.faults.ArmedFault;
import dev.hubtwin.internal.openapi.ApiDescription;
import java.util.Set;

/**
 * A fault as a snapshot has it.
 *
 * @param form what set it
 */
record StoredFault(long id, long chosen, long hits, ObjectNode form) {

    private static final Set<String> COUNTED = Set.of("id", "chosen", "hits");

    static StoredFault of(ArmedFault armed, ObjectMapper json) {
        ObjectNode form = json.valueToTree(FaultViews.fault(armed));
        return new StoredFault(armed.id(), armed.chosen(), armed.hits(), form.without(COUNTED));
    }

    ArmedFault armed(ObjectMapper json) {
        FaultCreate create = json.convertValue(form, FaultCreate.class);
        return new ArmedFault(id, FaultParser.read(create, ApiDescription.github()), chosen, hits);
    }
}
