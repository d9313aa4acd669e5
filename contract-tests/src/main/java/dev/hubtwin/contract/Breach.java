package dev.hubtwin.contract;

/** An answer that breaks the description, or none at all: no target is forgiven that. */
public final class Breach extends AssertionError {

  private static final long serialVersionUID = 1L;

  Breach(String message, Throwable cause) {
    super(message, cause);
  }
}
