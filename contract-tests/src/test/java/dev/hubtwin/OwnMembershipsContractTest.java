package dev.hubtwin;

import dev.hubtwin.contract.OwnMembershipsContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class OwnMembershipsContractTest extends OwnMembershipsContract {}
