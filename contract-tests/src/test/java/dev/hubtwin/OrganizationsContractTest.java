package dev.hubtwin;

import dev.hubtwin.contract.OrganizationsContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class OrganizationsContractTest extends OrganizationsContract {}
