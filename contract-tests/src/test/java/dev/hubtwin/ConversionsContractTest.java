package dev.hubtwin;

import dev.hubtwin.contract.ConversionsContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class ConversionsContractTest extends ConversionsContract {}
