package dev.hubtwin.internal.metrics;

import dev.hubtwin.internal.world.naming.WireName;

/**
 * Who answered a request: the application, the store of its earlier answers, or the container, which refuses what need
 * not reach the application.
 */
public enum AnswerSource implements WireName {
    APPLICATION,
    STORE,
    CONTAINER
}
