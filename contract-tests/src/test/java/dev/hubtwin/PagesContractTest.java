package dev.hubtwin;

import dev.hubtwin.contract.PagesContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class PagesContractTest extends PagesContract {}
