package dev.hubtwin;

import dev.hubtwin.contract.ListsContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class ListsContractTest extends ListsContract {}
