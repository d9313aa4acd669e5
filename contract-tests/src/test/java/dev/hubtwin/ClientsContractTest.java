package dev.hubtwin;

import dev.hubtwin.contract.ClientsContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class ClientsContractTest extends ClientsContract {}
