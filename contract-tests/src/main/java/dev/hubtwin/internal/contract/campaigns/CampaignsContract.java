package dev.hubtwin.internal.contract.campaigns;

import dev.hubtwin.internal.contract.generated.GeneratedScenarios;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.ServerUnderTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contract of the operations on security campaigns, in parts. */
@Tag("campaigns")
@DisplayName("campaigns")
public class CampaignsContract {

    @Nested
    @DisplayName("Campaigns")
    class Reading extends CampaignsScenarios {
        Reading(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Access to campaigns")
    class Access extends CampaignAccessScenarios {
        Access(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Creation of campaigns")
    class Creation extends CampaignCreationScenarios {
        Creation(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Changes of campaigns")
    class Changes extends CampaignChangesScenarios {
        Changes(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Progress of campaigns")
    class Progress extends CampaignProgressScenarios {
        Progress(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Answers by faults")
    class Faults extends FaultsScenarios {
        Faults(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Campaigns, on any server")
    class OnAnyServer extends PortableCampaignsScenarios {
        OnAnyServer(ServerUnderTest server) {
            super(server);
        }
    }

    @Nested
    @DisplayName("Generated requests for campaigns")
    class Generated extends GeneratedScenarios {
        Generated(Fixture fixture) {
            super(fixture);
        }
    }
}
