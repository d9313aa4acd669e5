package dev.hubtwin;

import dev.hubtwin.contract.PermissionsContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class PermissionsContractTest extends PermissionsContract {}
