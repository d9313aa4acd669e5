package dev.hubtwin.internal.pipeline;

/** The order in which a request is refused, first wins (decisions: order of refusals). */
final class FilterPriorities {

    static final int ROUTING = 100;
    static final int CONTROL = 200;
    static final int CLIENT = 250;
    static final int CREDENTIAL = 300;
    static final int LIMIT = 400;
    static final int FAULT = 450;
    static final int ACCESS = 500;
    static final int QUERY = 600;
    static final int KEPT = 700;

    private FilterPriorities() {}
}
