package dev.hubtwin;

import dev.hubtwin.contract.WebhookChangesContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class WebhookChangesContractTest extends WebhookChangesContract {}
