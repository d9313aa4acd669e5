package dev.hubtwin.internal.contract.http;

/** Receives every exchange with a target that was checked against the description, whatever the verdict. */
@FunctionalInterface
public interface ExchangeListener {

    /** Ignores every exchange. */
    ExchangeListener NONE = exchanged -> {};

    /** Called on the thread that made the request, before a fault in the answer is thrown. */
    void onExchange(Exchange exchanged);

    /** Called on the same thread when a scenario has ended and begins to put back what it changed. */
    default void onRestoration() {}
}
