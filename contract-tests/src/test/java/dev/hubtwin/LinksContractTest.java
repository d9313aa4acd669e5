package dev.hubtwin;

import dev.hubtwin.contract.LinksContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class LinksContractTest extends LinksContract {}
