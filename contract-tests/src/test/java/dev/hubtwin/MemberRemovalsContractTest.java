package dev.hubtwin;

import dev.hubtwin.contract.MemberRemovalsContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class MemberRemovalsContractTest extends MemberRemovalsContract {}
