package dev.hubtwin;

import dev.hubtwin.contract.CachingContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class CachingContractTest extends CachingContract {}
