package dev.hubtwin;

import dev.hubtwin.contract.PublicMembersContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class PublicMembersContractTest extends PublicMembersContract {}
