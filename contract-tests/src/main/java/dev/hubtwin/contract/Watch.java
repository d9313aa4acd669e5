package dev.hubtwin.contract;

/** Sees every exchange with a target that was held against the description, whatever came of it. */
@FunctionalInterface
public interface Watch {

  /** Sees nothing. */
  Watch NOBODY = exchanged -> {};

  /** Called on the thread that made the request, before a fault in the answer is thrown. */
  void saw(Exchanged exchanged);
}
