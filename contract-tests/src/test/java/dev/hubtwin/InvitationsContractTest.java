package dev.hubtwin;

import dev.hubtwin.contract.InvitationsContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class InvitationsContractTest extends InvitationsContract {}
