package dev.hubtwin;

import dev.hubtwin.contract.MemberPagesContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class MemberPagesContractTest extends MemberPagesContract {}
