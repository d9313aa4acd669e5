package dev.hubtwin;

import dev.hubtwin.contract.CampaignChangesContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class CampaignChangesContractTest extends CampaignChangesContract {}
