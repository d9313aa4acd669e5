package dev.hubtwin.internal.contract.report;

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
     * Finds out early whether a report can be written.
     *
     * @throws IllegalArgumentException if not
     */
    public static void requireWritable(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, "report", null));
        } catch (IOException e) {
            throw new IllegalArgumentException("no report can be written to the directory " + directory, e);
        }
    }

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
