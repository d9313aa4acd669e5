package dev.hubtwin;

import dev.hubtwin.contract.HeadersContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class HeadersContractTest extends HeadersContract {}
