package dev.hubtwin;

import dev.hubtwin.contract.CredentialsContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class CredentialsContractTest extends CredentialsContract {}
