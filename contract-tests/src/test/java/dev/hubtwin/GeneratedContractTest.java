package dev.hubtwin;

import dev.hubtwin.contract.GeneratedContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class GeneratedContractTest extends GeneratedContract {}
