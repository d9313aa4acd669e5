package dev.hubtwin;

import dev.hubtwin.contract.CampaignCreationContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class CampaignCreationContractTest extends CampaignCreationContract {}
