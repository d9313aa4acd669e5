package dev.hubtwin;

import dev.hubtwin.contract.ScopedTokensContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class ScopedTokensContractTest extends ScopedTokensContract {}
