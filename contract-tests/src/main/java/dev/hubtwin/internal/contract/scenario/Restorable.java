package dev.hubtwin.internal.contract.scenario;

/** What is handed to a scenario and is put back after it. */
interface Restorable {

    /**
     * Puts back what the scenario changed.
     *
     * @throws AssertionError if that does not succeed
     */
    void restore();
}
