package dev.hubtwin;

import dev.hubtwin.contract.InvitationLimitsContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class InvitationLimitsContractTest extends InvitationLimitsContract {}
