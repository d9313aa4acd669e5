package dev.hubtwin;

import dev.hubtwin.contract.MembershipsContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class MembershipsContractTest extends MembershipsContract {}
