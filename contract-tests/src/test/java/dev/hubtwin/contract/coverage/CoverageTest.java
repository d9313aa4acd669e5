package dev.hubtwin.contract.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.Twin;
import dev.hubtwin.contract.Description;
import dev.hubtwin.contract.Watch;
import dev.hubtwin.contract.coverage.Covered.Totals;
import dev.hubtwin.contract.runner.Index;
import dev.hubtwin.contract.runner.Ledger;
import dev.hubtwin.contract.runner.Result;
import dev.hubtwin.contract.runner.Run;
import dev.hubtwin.contract.runner.Worlds;
import dev.hubtwin.world.World;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.CancellationToken;

/** All scenarios on a twin, through both of its roots, and how much of the description they meet. */
@DisplayName("Coverage")
class CoverageTest {

  private static final String WRITE = "hubtwin.index.write";
  private static final Path INDEX = Path.of("src/main/resources/dev/hubtwin/contract", Index.RESOURCE);
  private static final Coverage COVERAGE = new Coverage(Description.PUBLISHED);
  private static final Ledger LEDGER = new Ledger(result -> {});
  private static List<String> breaches;

  @BeforeAll
  static void runAll() {
    Watch both = exchanged -> {
      LEDGER.saw(exchanged);
      COVERAGE.saw(exchanged);
    };
    Twin twin = Twin.start(World.EMPTY, Twin.Options.LOCAL);
    try (twin;
        Worlds here = Worlds.at(URI.create(twin.url()), Optional.empty(), both);
        Worlds there = Worlds.at(URI.create(twin.url() + "/api/v3"), Optional.empty(), both)) {
      new Run(() -> Stream.concat(here.targets().stream(), there.targets().stream()).toList(), Run.ALL, List.of(), 2)
          .execute(CancellationToken.create(), LEDGER);
    }
    breaches = twin.breaches();
  }

  @Test
  @DisplayName("No scenario fails or is skipped, and the twin keeps its own contract")
  void passes() {
    assertEquals(List.of(), LEDGER.results().stream()
        .filter(result -> result.outcome() != Result.Outcome.PASSED)
        .map(result -> result.behaviour() + " " + result.name() + ": " + result.reason())
        .toList());
    assertEquals(List.of(), breaches);
  }

  @Test
  @DisplayName("Every operation, status, parameter, value and member of the description is met")
  void isComplete() {
    Covered covered = COVERAGE.covered();
    List<String> missing = covered.parts().stream()
        .flatMap(part -> part.missing().stream().map(what -> part.id() + ": " + what))
        .toList();
    assertTrue(missing.isEmpty(), () -> covered.documented() + "; never met:\n" + String.join("\n", missing));
    Totals documented = covered.documented();
    assertEquals("46/46 121/121", documented.operations() + " " + documented.statuses());
    assertTrue(documented.parameters().complete() && documented.members().complete(), documented::toString);
    assertTrue(covered.additions().operations().complete(), () -> covered.additions().toString());
  }

  @Test
  @DisplayName("The index says what each scenario calls")
  void isIndexed() throws IOException {
    String text = Index.of(LEDGER.results()).text();
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(INDEX, text);
    } else {
      assertEquals(text, Index.KEPT.text(),
          "write it anew: mvn verify -Dtest=CoverageTest -Dsurefire.failIfNoSpecifiedTests=false -D" + WRITE + "=true");
    }
  }
}
