package dev.hubtwin;

import dev.hubtwin.contract.MembersContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class MembersContractTest extends MembersContract {}
