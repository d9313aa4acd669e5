package dev.hubtwin.internal.bench;

import java.util.Locale;

/**
 * What one kind of request costs a twin, beside what it costs a bare Jetty to answer the same bytes.
 *
 * @param multiple the twin's processor time, as a multiple of Jetty's
 * @param micros the twin's processor time in microseconds
 * @param bytes what the twin allocates
 * @param bareBytes what Jetty allocates
 */
record RequestCost(String name, double multiple, double micros, long bytes, long bareBytes) {

    private static final double KIB = 1024;

    /** The first lines of a table of costs. */
    static final String HEAD = """
            | request | CPU, multiple of bare Jetty's | CPU, µs | allocated, KiB | by bare Jetty, KiB |
            |---|---:|---:|---:|---:|
            """;

    /** A line of the file of committed costs. */
    static RequestCost parse(String line) {
        String[] columns = line.split(";");
        return new RequestCost(
                columns[0],
                Double.parseDouble(columns[1]),
                Double.parseDouble(columns[2]),
                Long.parseLong(columns[3]),
                Long.parseLong(columns[4]));
    }

    /** This as a line of that file. */
    String line() {
        return String.format(Locale.ROOT, "%s;%.1f;%.0f;%d;%d%n", name, multiple, micros, bytes, bareBytes);
    }

    /** This as a row of the table. */
    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.0f | %.1f | %.1f |%n",
                name,
                multiple,
                micros,
                bytes / KIB,
                bareBytes / KIB);
    }
}
