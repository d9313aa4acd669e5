package dev.hubtwin.internal.contract.campaigns;

import dev.hubtwin.internal.contract.generated.GeneratedScenarios;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contract of the operations on security campaigns, in parts. */
@Tag("campaigns")
@DisplayName("campaigns")
public class CampaignsContract {

    @Nested
    @DisplayName("Campaigns")
    class Reading extends CampaignsScenarios {}

    @Nested
    @DisplayName("Access to campaigns")
    class Access extends CampaignAccessScenarios {}

    @Nested
    @DisplayName("Creation of campaigns")
    class Creation extends CampaignCreationScenarios {}

    @Nested
    @DisplayName("Changes of campaigns")
    class Changes extends CampaignChangesScenarios {}

    @Nested
    @DisplayName("Progress of campaigns")
    class Progress extends CampaignProgressScenarios {}

    @Nested
    @DisplayName("Answers by faults")
    class Faults extends FaultsScenarios {}

    @Nested
    @DisplayName("Campaigns, on any server")
    class OnAnyServer extends CampaignsAnywhereScenarios {}

    @Nested
    @DisplayName("Generated requests for campaigns")
    class Generated extends GeneratedScenarios {}
}
