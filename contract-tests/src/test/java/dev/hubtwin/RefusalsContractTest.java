package dev.hubtwin;

import dev.hubtwin.contract.RefusalsContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class RefusalsContractTest extends RefusalsContract {}
