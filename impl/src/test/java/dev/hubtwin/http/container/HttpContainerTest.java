package dev.hubtwin.http.container;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

/** The life of the container itself. */
class HttpContainerTest extends Contained {

  @Test
  void closingEndsConnectionsAndThreads() throws Exception {
    try (Wire idle = connect(); Wire half = connect(); Wire working = connect()) {
      idle.send(GET_HELLO).read();
      half.send(post("/echo", 9, "") + "half");
      working.send("GET /wait HTTP/1.1\r\nHost: h\r\n\r\n");
      gate.awaitBegun();
      int port = container.port();
      container.close();
      assertTrue(idle.isAtEnd());
      assertThrows(IOException.class, () -> new Wire(port));
    }
    Sample.assertNoThreadIsLeft();
    container.close();
  }

  @Test
  void aPortInUseIsSaid() {
    HttpContainer second = new HttpContainer("127.0.0.1", container.port(), Sample.application(gate));
    assertThrows(UncheckedIOException.class, second::start);
    second.close();
  }
}
