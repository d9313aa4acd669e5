package dev.hubtwin.internal.contract.http;

/** Sees every exchange with a target that was held against the description, whatever came of it. */
@FunctionalInterface
public interface ExchangeListener {

    /** Sees nothing. */
    ExchangeListener NONE = exchanged -> {};

    /** Called on the thread that made the request, before a fault in the answer is thrown. */
    void onExchange(Exchange exchanged);
}
