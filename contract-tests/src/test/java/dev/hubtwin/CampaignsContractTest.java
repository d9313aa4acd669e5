package dev.hubtwin;

import dev.hubtwin.contract.CampaignsContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class CampaignsContractTest extends CampaignsContract {}
