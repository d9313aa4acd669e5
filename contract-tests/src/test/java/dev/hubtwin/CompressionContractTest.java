package dev.hubtwin;

import dev.hubtwin.contract.CompressionContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class CompressionContractTest extends CompressionContract {}
