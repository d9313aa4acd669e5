package dev.hubtwin;

import dev.hubtwin.contract.MetaContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class MetaContractTest extends MetaContract {}
