package dev.hubtwin;

import dev.hubtwin.contract.InstallationTokensContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class InstallationTokensContractTest extends InstallationTokensContract {}
