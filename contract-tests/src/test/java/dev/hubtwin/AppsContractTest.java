package dev.hubtwin;

import dev.hubtwin.contract.AppsContract;
import org.junit.jupiter.api.extension.ExtendWith;

/** The twin. */
@ExtendWith(WithTwin.class)
class AppsContractTest extends AppsContract {}
