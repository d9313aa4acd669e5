package dev.hubtwin;

import dev.hubtwin.contract.CampaignProgressContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class CampaignProgressContractTest extends CampaignProgressContract {}
