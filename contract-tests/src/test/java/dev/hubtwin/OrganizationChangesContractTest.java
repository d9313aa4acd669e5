package dev.hubtwin;

import dev.hubtwin.contract.OrganizationChangesContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class OrganizationChangesContractTest extends OrganizationChangesContract {}
