package dev.hubtwin;

import dev.hubtwin.contract.WebhooksContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class WebhooksContractTest extends WebhooksContract {}
