package dev.hubtwin.internal.contract.http;

import java.io.IOException;

/** Says that the body of an answer is longer than what is read of one. */
public final class OversizedBodyException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient HttpAnswer beginning;

    OversizedBodyException(long most, HttpAnswer beginning) {
        super("the body has more than " + (most >> 20) + " MiB, which is all that is read of one");
        this.beginning = beginning;
    }

    /** Returns the answer, with the beginning of its body. */
    public HttpAnswer beginning() {
        return beginning;
    }
}
