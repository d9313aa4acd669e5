package dev.hubtwin.internal.contract.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.internal.contract.description.Description;
import dev.hubtwin.internal.contract.description.KnownExceptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The index of the scenarios")
class ScenarioIndexTest {

    @Test
    @DisplayName("Scenarios set faults for the statuses by fault alone, and no other scenario meets them (R26, R33)")
    void setsFaultsForNothingElse() {
        ScenarioIndex.KEPT
                .scenarios()
                .forEach((scenario, calls) -> calls.forEach((id, statuses) -> statuses.forEach(status -> {
                    boolean byFault = Description.PUBLISHED.operations().stream()
                            .anyMatch(operation -> operation.id().equals(id)
                                    && KnownExceptions.isByFault(Description.PUBLISHED, operation, status));
                    assertEquals(
                            scenario.startsWith("CampaignsContract.Faults.") && status >= 400,
                            byFault,
                            scenario + " " + id + " " + status);
                })));
    }
}
