package dev.hubtwin;

import dev.hubtwin.contract.FaultsContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class FaultsContractTest extends FaultsContract {}
