package dev.hubtwin;

import dev.hubtwin.contract.ManifestsContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class ManifestsContractTest extends ManifestsContract {}
