package dev.hubtwin;

import dev.hubtwin.contract.CampaignAccessContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class CampaignAccessContractTest extends CampaignAccessContract {}
