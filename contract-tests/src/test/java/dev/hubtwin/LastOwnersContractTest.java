package dev.hubtwin;

import dev.hubtwin.contract.LastOwnersContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class LastOwnersContractTest extends LastOwnersContract {}
