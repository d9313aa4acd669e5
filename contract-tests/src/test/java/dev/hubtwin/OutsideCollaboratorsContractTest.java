package dev.hubtwin;

import dev.hubtwin.contract.OutsideCollaboratorsContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class OutsideCollaboratorsContractTest extends OutsideCollaboratorsContract {}
