package dev.hubtwin;

import dev.hubtwin.contract.IdentityContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class IdentityContractTest extends IdentityContract {}
