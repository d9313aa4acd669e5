package dev.hubtwin;

import dev.hubtwin.contract.InstallationsContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class InstallationsContractTest extends InstallationsContract {}
