package dev.hubtwin.contract;

import java.net.URI;

/** What was requested. */
record Asked(String method, URI uri) {

  @Override
  public String toString() {
    return method + " " + uri;
  }
}
