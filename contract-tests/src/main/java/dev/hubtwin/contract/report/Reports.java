package dev.hubtwin.contract.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLStreamException;

/** Writes a report into a directory, in each of its forms. */
public final class Reports {

  private Reports() {}

  /**
   * Writes {@code report.html}, {@code report.json} and {@code junit.xml}, over others of these names.
   *
   * @param directory made if it is not there
   * @throws IOException if it cannot be written to
   */
  public static void write(Report report, Path directory) throws IOException {
    Files.createDirectories(directory);
    try (Writer out = Files.newBufferedWriter(directory.resolve("report.html"), UTF_8)) {
      new HtmlReport(report).write(out);
    }
    try (Writer out = Files.newBufferedWriter(directory.resolve("report.json"), UTF_8)) {
      new JsonReport(report).write(out);
    }
    try (Writer out = Files.newBufferedWriter(directory.resolve("junit.xml"), UTF_8)) {
      new JUnitReport(report).write(out);
    } catch (XMLStreamException e) {
      throw new IOException("junit.xml cannot be written", e);
    }
  }
}
