package dev.hubtwin.internal.contract.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
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
     * Writes {@code report.html}, {@code report.json}, {@code junit.xml} and {@code badge.json}, over others of these
     * names. If one cannot be written, the others are written all the same.
     *
     * @param directory made if it is not there
     * @throws IOException if one could not be written
     */
    public static void write(Report report, Path directory) throws IOException {
        Files.createDirectories(directory);
        List<String> failures = new ArrayList<>();
        write(directory.resolve("report.json"), new JsonReport(report)::write, failures);
        write(directory.resolve("junit.xml"), new JUnitReport(report)::write, failures);
        write(directory.resolve("badge.json"), new Badge(report)::write, failures);
        write(directory.resolve("report.html"), new HtmlReport(report)::write, failures);
        if (!failures.isEmpty()) {
            throw new IOException(String.join("; ", failures));
        }
    }

    /**
     * A form that fails, even for lack of memory, does not take the others with it, and leaves no half of a file under
     * its name.
     */
    private static void write(Path file, Form form, List<String> failures) {
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (Writer out = Files.newBufferedWriter(draft, UTF_8)) {
                form.write(out);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | XMLStreamException | RuntimeException | OutOfMemoryError e) {
            failures.add(file.getFileName() + " cannot be written: " + e);
        }
    }

    /** Writes one form of a report. */
    private interface Form {
        void write(Writer out) throws IOException, XMLStreamException;
    }
}
